import java.nio.file.Path;
import org.openedx.devdata.embedded.clickhouse.EmbeddedClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseSettings;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.AspectsSetup;

/**
 * Runs the embedded ClickHouse in a folder, with the raw tables of Aspects, until standard input
 * ends. Says its port on standard output; its password is in
 * FOLDER/password. Usage: java HoldEngine.java FOLDER.
 */
final class HoldEngine {

  public static void main(String[] arguments) throws Exception {
    try (EmbeddedClickHouse engine =
        EmbeddedClickHouse.lease(Path.of(arguments[0]), System.err::println)) {
      try (ClickHouse server =
          ClickHouse.of(ClickHouseSettings.of("interop", engine.url(), engine.user(), engine.password()))) {
        AspectsSetup.init(server, AspectsNames.DEFAULT);
      }
      System.out.println(engine.port());
      System.in.readAllBytes();
    }
  }
}
