package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.FaultyProxy;
import org.openedx.devdata.testing.TestClickHouse;
import org.openedx.devdata.testing.lrs.LrsDouble;
import org.openedx.devdata.world.dump.DumpTable;

/** The real command in a process of its own, and the rows that it must make. */
abstract class KilledLoads {

  /** About 100,000 statements: five inserts of ClickHouse. */
  static final String WORLD =
      SmallLoads.WORLD.replace("num_xapi_batches: 20", "num_xapi_batches: 100");

  /** Manifests of worlds that were made without an interruption. */
  private static final Map<String, JsonNode> EXPECTED = new ConcurrentHashMap<>();

  @TempDir Path folder;

  /** Writes a configuration whose rows go to ClickHouse through a proxy. */
  void configure(FaultyProxy proxy, TestSite site) throws IOException {
    String keys = site.keys().replaceAll("db_port: \\d+", "db_port: " + proxy.url().getPort());
    Files.writeString(folder.resolve("run.yaml"), "backend: clickhouse\n" + keys + WORLD);
  }

  /** Writes a configuration whose statements go to a learning record store. */
  void configure(LrsDouble lrs, TestSite site) throws IOException {
    Files.writeString(
        folder.resolve("run.yaml"),
        "backend: ralph\nlrs_url: %s\nlrs_username: %s\n".formatted(lrs.url(), LrsDouble.USER)
            + site.keys()
            + SmallLoads.WORLD);
  }

  CommandProcess start(String... more) throws IOException {
    String[] arguments = new String[3 + more.length];
    arguments[0] = "load-db";
    arguments[1] = "--config_file";
    arguments[2] = "run.yaml";
    System.arraycopy(more, 0, arguments, 3, more.length);
    return CommandProcess.start(
        folder,
        Map.of(
            "XAPI_DB_LOAD_RALPH_PASSWORD",
            LrsDouble.PASSWORD,
            "XAPI_DB_LOAD_CLICKHOUSE_PASSWORD",
            TestClickHouse.required().password()),
        arguments);
  }

  void resume() throws Exception {
    try (CommandProcess second = start("--resume")) {
      assertThat(second.exitCode())
          .as(Files.readString(folder.resolve("err.txt")))
          .isEqualTo(ExitCode.DONE);
    }
  }

  JsonNode expected(String world) throws IOException {
    JsonNode known = EXPECTED.get(world);
    if (known == null) {
      known = undisturbed(world);
      EXPECTED.put(world, known);
    }
    return known;
  }

  private JsonNode undisturbed(String world) throws IOException {
    CommandLab lab = new CommandLab(folder).file("nowhere.yaml", "backend: discard\n" + world);
    assertThat(lab.run("load-db", "--config_file", lab.path("nowhere.yaml")).code()).isZero();
    return SmallLoads.manifest(folder, "discard");
  }

  static void assertSameRows(JsonNode made, JsonNode expected) {
    for (DumpTable table : DumpTable.values()) {
      assertThat(made.get("tables").get(table.tableName()).get("checksum"))
          .as(table.toString())
          .isEqualTo(expected.get("tables").get(table.tableName()).get("checksum"));
    }
  }

  List<String> names(String place) {
    try (Stream<Path> files = Files.list(folder.resolve(place))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException notThereYet) {
      return List.of();
    }
  }

  long sizeOfStatements() {
    return names("out").stream()
        .filter(name -> name.startsWith("xapi") || name.startsWith("tracking"))
        .mapToLong(name -> size(folder.resolve("out").resolve(name)))
        .sum();
  }

  private static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
