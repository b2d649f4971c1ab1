package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.TestClickHouse;

/** The embedded ClickHouse as a destination. */
@Tag("clickhouse")
class LoadDbEmbeddedTest {

  @TempDir private Path folder;

  @Test
  void theSmallRunGoesIntoTablesThatAreMadeForIt() {
    TestClickHouse.required();
    CommandLab lab = new CommandLab(folder);
    System.getenv().forEach(lab::variable);

    CommandLab.Result result = lab.run("load-db", "--target", "embedded");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .startsWith("the default configuration -> the embedded ClickHouse\n")
        .contains("manifest: .devdata/load-db/clickhouse/manifest.json");
    assertThat(folder.resolve(".devdata/load-db/clickhouse/manifest.json")).exists();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aKilledRunCarriesOnToTheSameRows(boolean engineToo) throws Exception {
    TestClickHouse.required();
    CommandLab lab = new CommandLab(folder);
    System.getenv().forEach(lab::variable);
    String large = SmallLoads.WORLD.replace("num_xapi_batches: 20", "num_xapi_batches: 1200");
    lab.file("run.yaml", "backend: clickhouse\n" + large);
    lab.file("nowhere.yaml", "backend: discard\n" + large);
    String[] load = {"load-db", "--config_file", "run.yaml", "--target", "embedded"};
    Path checkpoint = folder.resolve(".devdata/load-db/clickhouse/checkpoint.json");

    try (CommandProcess first = CommandProcess.start(folder, Map.of(), load)) {
      first.waitUntil(() -> reached(checkpoint));
      long engine = engine(lab);
      first.killWhen(() -> true);
      if (engineToo) {
        ProcessHandle.of(engine).ifPresent(ProcessHandle::destroyForcibly);
      }
    }
    assertThat(folder.resolve(".devdata/load-db/clickhouse/manifest.json")).doesNotExist();
    CommandLab.Result second = lab.run(withResume(load));

    assertThat(second.code()).as(second.err()).isEqualTo(ExitCode.DONE);
    assertThat(lab.run("load-db", "--config_file", "nowhere.yaml").code()).isZero();
    String checksum =
        SmallLoads.manifest(folder, "discard").at("/tables/xapi_events_all/checksum").asText();
    CommandLab.Result stored =
        lab.run(
            "db",
            "sql",
            "aspects",
            "SELECT lower(hex(sum(toUInt128(xxHash64(event))))) FROM openedx.xapi_events_all");
    assertThat(stored.out()).contains(checksum.replaceFirst("^(00)*", ""));
    String manifest = ".devdata/load-db/clickhouse/manifest.json";
    CommandLab.Result verified =
        lab.run("aspects", "verify", "--target", "embedded", "--manifest", manifest);
    assertThat(verified.code()).as(verified.out()).isEqualTo(ExitCode.DONE);
  }

  /** Whether some statements have arrived for good. */
  private static boolean reached(Path checkpoint) {
    try {
      return new ObjectMapper()
              .readTree(Files.readString(checkpoint))
              .at("/tables/xapi/next")
              .asInt()
          > 0;
    } catch (IOException notThereYet) {
      return false;
    }
  }

  private static long engine(CommandLab lab) throws IOException {
    String status = lab.run("db", "status", "aspects", "--format", "json").out();
    return new ObjectMapper().readTree(status).get("pid").longValue();
  }

  private static String[] withResume(String... load) {
    String[] all = Arrays.copyOf(load, load.length + 1);
    all[load.length] = "--resume";
    return all;
  }
}
