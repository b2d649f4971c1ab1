package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.TestClickHouse;
import org.openedx.devdata.testing.lrs.TestLrs;

/**
 * Statements of {@code load-db} in a site with the default names, on a server of the test's own.
 */
@Tag("clickhouse")
class LoadDbSourceTest {

  private static final String PASSWORD = "XAPI_DB_LOAD_CLICKHOUSE_PASSWORD";
  private static final String READ_ELSEWHERE = "reports of this site read ";

  @TempDir private Path folder;
  private CommandLab lab;
  private String server;

  @BeforeEach
  void start() throws IOException {
    TestClickHouse.required();
    lab = new CommandLab(folder);
    System.getenv().forEach(lab::variable);
    assertThat(lab.run("db", "start", "aspects").code()).isEqualTo(ExitCode.DONE);
    assertThat(lab.run("aspects", "init").code()).isEqualTo(ExitCode.DONE);
    lab.variable(
        PASSWORD, Files.readString(folder.resolve(".devdata/clickhouse/password")).strip());
    String status = lab.run("db", "status", "aspects", "--format", "json").out();
    server =
        "db_host: 127.0.0.1\ndb_port: %d\ndb_secure: false\n"
            .formatted(new ObjectMapper().readTree(status).get("port").intValue());
  }

  @AfterEach
  void stop() {
    lab.run("db", "stop", "aspects");
  }

  private CommandLab.Result load(String keys) {
    lab.file("run.yaml", keys + server + SmallLoads.untilToday(SmallLoads.WORLD));
    CommandLab.Result result = lab.run("load-db", "--config_file", "run.yaml", "--quiet");
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    return result;
  }

  private void sql(String... statements) {
    for (String statement : statements) {
      CommandLab.Result result = lab.run("db", "sql", "aspects", statement);
      assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    }
  }

  /** Whether the tables of Vector and of Ralph have rows. */
  private List<Boolean> filled() {
    return List.of(isFilled("openedx"), isFilled("xapi"));
  }

  private boolean isFilled(String database) {
    return lab.run(
            "db", "sql", "aspects", "SELECT count() > 0 AS f FROM " + database + ".xapi_events_all")
        .out()
        .contains("1\n1 row");
  }

  private void empty() {
    sql("TRUNCATE TABLE openedx.xapi_events_all", "TRUNCATE TABLE xapi.xapi_events_all");
  }

  @Test
  void statementsGoWhereTheSiteOrTheConfigurationHasThem() {
    load("backend: clickhouse\n");
    assertThat(filled()).containsExactly(true, false);
    load("backend: clickhouse\ndb_name: xapi\n"); // The site's, which has rows.
    assertThat(filled()).containsExactly(true, false);

    empty();
    load("backend: clickhouse\ndb_name: xapi\n");
    assertThat(filled()).containsExactly(false, true);
    load("backend: clickhouse\n"); // As into a site that an older release filled.
    assertThat(filled()).containsExactly(false, true);
    assertThat(lab.run("aspects", "status").out()).contains("raw table   xapi.xapi_events_all: as");

    load("backend: clickhouse\ndb_name: openedx\n"); // A name that is nobody's sample.
    assertThat(filled()).containsExactly(true, true);
    assertThat(lab.run("aspects", "status").out())
        .containsPattern("not read +xapi.xapi_events_all: [0-9,]+ rows; the reports read openedx.");
  }

  @Test
  void onlyTriggersAreWarnedOfWhenRalphWritesElsewhere() throws IOException {
    try (TestLrs lrs = TestLrs.open()) {
      lab.variable("XAPI_DB_LOAD_RALPH_PASSWORD", lrs.password());
      String ralph =
          "backend: ralph\nlrs_url: %s\nlrs_username: %s\n".formatted(lrs.url(), lrs.user());
      assertThat(load(ralph).err()).doesNotContain(READ_ELSEWHERE);

      load("backend: clickhouse\n"); // Rows are no reports.
      assertThat(load(ralph).err()).doesNotContain(READ_ELSEWHERE);

      sql(
          "CREATE TABLE openedx.parsed (event_id UUID) ENGINE = MergeTree ORDER BY event_id",
          "CREATE MATERIALIZED VIEW openedx.parsed_mv TO openedx.parsed AS"
              + " SELECT event_id FROM openedx.xapi_events_all");
      assertThat(load(ralph).err())
          .contains(READ_ELSEWHERE + "openedx.xapi_events_all, and ")
          .contains(" writes to xapi.xapi_events_all");
    }
  }
}
