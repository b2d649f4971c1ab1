import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.bytes.Quoting;
import org.openedx.devdata.generate.Generation;
import org.openedx.devdata.generate.GenerationPlan;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.destination.Backends;
import org.openedx.devdata.xapi.FrameReader;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementRenderer;
import org.openedx.devdata.xapi.StatementSettings;
import org.openedx.devdata.xapi.StatementType;

/**
 * Writes some statements of every type, a line each: the type, a tab, the statement. Fails when a
 * type is not made. Usage: java StatementsByType.java CONFIGURATION MOST, with the number of each.
 */
final class StatementsByType {

  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    long most = Long.parseLong(arguments[1]);
    GenerationConfig config =
        Backends.reader(file.toString(), System::getenv, Instant.now())
            .read(Files.readAllBytes(file), Optional.empty());
    GenerationPlan plan = new Generation(config).plan(10_000);
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    Map<StatementType, Long> made = new EnumMap<>(StatementType.class);
    FrameReader reader = plan.model().reader();
    StatementRenderer renderer =
        new StatementRenderer(
            new StatementSettings(
                config.world().lmsUrl(), config.statements().transformerVersion()));
    StatementData data = new StatementData();
    OutputBytes json = new OutputBytes(4096);
    for (int frame = 0; frame < plan.model().frames(); frame++) {
      reader.open(frame);
      while (reader.next(data)) {
        if (made.merge(data.type, 1L, Long::sum) <= most) {
          renderer.identify(data);
          json.clear();
          renderer.render(data, Quoting.PLAIN, json);
          out.println(data.type + "\t" + json);
        }
      }
    }
    out.flush();
    for (StatementType type : StatementType.values()) {
      if (!made.containsKey(type)) {
        System.err.println("no statement of type " + type + " was made; make more");
        System.exit(1);
      }
    }
  }
}
