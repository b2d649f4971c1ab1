package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.FaultyProxy;
import org.openedx.devdata.testing.TlsFront;
import org.openedx.devdata.world.dump.DumpTable;

/** A ClickHouse server that a configuration names by host and port. */
@Tag("clickhouse")
class LoadDbClickHouseTest {

  @TempDir private Path folder;
  private TestSite site;
  private CommandLab lab;

  @BeforeEach
  void prepare() {
    site = TestSite.empty("external_load");
    lab = site.password(new CommandLab(folder));
  }

  private void assertComplete() throws IOException {
    JsonNode manifest = SmallLoads.manifest(folder, "clickhouse");
    JsonNode expected = SmallLoads.expected(lab);
    for (DumpTable table : DumpTable.values()) {
      JsonNode made = manifest.get("tables").get(table.tableName());
      assertThat(made.get("checksum"))
          .as(table.toString())
          .isEqualTo(expected.get("tables").get(table.tableName()).get("checksum"));
      assertThat(site.rows(table)).as(table.toString()).isEqualTo(made.get("rows").longValue());
    }
    assertThat(site.checksum()).isEqualTo(manifest.at("/tables/xapi_events_all/checksum").asText());
  }

  @Test
  void everyTableArrivesInTheDatabasesThatWereNamed() throws IOException {
    lab.file("site.yaml", "backend: clickhouse\n" + site.keys() + SmallLoads.WORLD);
    CommandLab.Result result = lab.run("load-db", "--config_file", "site.yaml");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(SmallLoads.messages(result)).isEmpty();
    assertThat(result.out()).startsWith("site.yaml -> ClickHouse " + site.engine().user() + "@");
    assertComplete();
  }

  @Test
  void fewStatementsOfManyYearsArrive() {
    lab.file(
        "site.yaml",
        "backend: clickhouse\n"
            + site.keys()
            + SmallLoads.WORLD
                .replace("start_date: 2025", "start_date: 1985")
                .replace("{small: 2}", "{small: 80}")
                .replace("num_xapi_batches: 20", "num_xapi_batches: 8"));
    CommandLab.Result result = lab.run("load-db", "--config_file", "site.yaml");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(site.rows(DumpTable.XAPI)).isEqualTo(8 * 1024 + 80 * 20);
  }

  @Test
  void overTls() throws Exception {
    try (TlsFront front = new TlsFront(site.engine().url(), folder)) {
      Files.writeString(
          folder.resolve("tls.yaml"),
          "backend: clickhouse\n"
              + site.keys()
                  .replace("db_secure: false", "db_secure: true")
                  .replaceAll("db_host: .*", "db_host: localhost")
                  .replaceAll("db_port: \\d+", "db_port: " + front.port())
              + SmallLoads.WORLD);
      Map<String, String> variables =
          Map.of(
              "XAPI_DB_LOAD_CLICKHOUSE_PASSWORD",
              site.engine().password(),
              "JDK_JAVA_OPTIONS",
              "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s"
                  .formatted(front.trustStore(), TlsFront.PASSWORD));
      try (CommandProcess process =
          CommandProcess.start(folder, variables, "load-db", "--config_file", "tls.yaml")) {
        assertThat(process.exitCode())
            .as(Files.readString(folder.resolve("err.txt")))
            .isEqualTo(ExitCode.DONE);
      }
      assertComplete();
    }
  }

  @Test
  void aCertificateThatNobodyTrustsIsToldInOneLine() throws Exception {
    try (TlsFront front = new TlsFront(site.engine().url(), folder)) {
      lab.file(
          "tls.yaml",
          "backend: clickhouse\n"
              + site.keys()
                  .replace("db_secure: false", "db_secure: true")
                  .replaceAll("db_port: \\d+", "db_port: " + front.port())
              + SmallLoads.WORLD);
      CommandLab.Result result = lab.run("load-db", "--config_file", "tls.yaml");

      assertThat(result.code()).isEqualTo(ExitCode.FAILED);
      assertThat(result.err()).hasLineCount(1).contains("cannot be reached").contains("certificat");
    }
  }

  @Test
  void aServerThatIsNotThereIsToldBeforeAnythingIsMade() {
    lab.file(
        "site.yaml",
        "backend: clickhouse\n"
            + site.keys().replaceAll("db_port: \\d+", "db_port: 1")
            + SmallLoads.WORLD);
    CommandLab.Result result = lab.run("load-db", "--config_file", "site.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).hasLineCount(1).contains("check that it runs and that host, port");
    assertThat(result.out()).isEmpty();
    assertThat(folder.resolve(".devdata/load-db")).doesNotExist();
  }

  @Test
  void aWrongPasswordIsToldBeforeAnythingIsMade() throws IOException {
    try (FaultyProxy proxy = new FaultyProxy(site.engine().url())) {
      proxy.fail(FaultyProxy.Fault.WRONG_PASSWORD);
      lab.file(
          "site.yaml",
          "backend: clickhouse\n"
              + site.keys().replaceAll("db_port: \\d+", "db_port: " + proxy.url().getPort())
              + SmallLoads.WORLD);
      CommandLab.Result result = lab.run("load-db", "--config_file", "site.yaml");

      assertThat(result.code()).isEqualTo(ExitCode.FAILED);
      assertThat(result.err())
          .hasLineCount(1)
          .contains("refused the login: ", "; check user and password");
      assertThat(result.out()).isEmpty();
      assertThat(site.rows(DumpTable.COURSE_BLOCKS)).isZero();
    }
  }

  @Test
  void aTableThatIsNotThereIsToldBeforeRowsOfOthersAreSent() {
    lab.file(
        "site.yaml",
        "backend: clickhouse\nevent_raw_table_name: elsewhere\n" + site.keys() + SmallLoads.WORLD);
    CommandLab.Result result = lab.run("load-db", "--config_file", "site.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err())
        .hasLineCount(1)
        .contains("elsewhere'; run the site's own migrations, or load with --target embedded");
    assertThat(site.rows(DumpTable.COURSE_BLOCKS)).isZero();
  }

  /** Goes away after more and more requests; what the load then says to do leads to the end. */
  @Test
  void serverThatDiesAtAnyMomentLosesNothing() throws IOException {
    try (FaultyProxy proxy = new FaultyProxy(site.engine().url())) {
      lab.file(
          "site.yaml",
          "backend: clickhouse\nretry_seconds: 0\n"
              + site.keys().replaceAll("db_port: \\d+", "db_port: " + proxy.url().getPort())
              + SmallLoads.WORLD.replace("num_xapi_batches: 20", "num_xapi_batches: 2"));
      boolean dead = true;
      for (int requests = 0; dead; requests += 11) {
        proxy.dieAfter(requests);
        CommandLab.Result load = lab.run("load-db", "--config_file", "site.yaml");
        dead = proxy.isDead();
        proxy.mend();
        for (int tries = 0; load.code() != ExitCode.DONE; tries++) {
          assertThat(tries).as("after %d: %s", requests, load.err()).isLessThan(3);
          load = lab.run(remedy(load.err()));
        }
        assertThat(site.rows(DumpTable.XAPI)).as("after " + requests).isEqualTo(2 * 1024 + 40);
        for (DumpTable table : DumpTable.values()) {
          site.engine().run("TRUNCATE TABLE " + site.names().of(table).quoted());
        }
      }
    }
  }

  /** The command in quotes, or the first one again where the server was not there at all. */
  private String[] remedy(String message) {
    Matcher command = Pattern.compile("'devdata (.*)' (resumes|sends)").matcher(message);
    String line = command.find() ? command.group(1) : "load-db --config_file site.yaml";
    assertThat(command.reset().find() || message.contains("check that it runs")).isTrue();
    return line.replace(".devdata", lab.path(".devdata")).split(" ");
  }
}
