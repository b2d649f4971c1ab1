package org.openedx.devdata.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.lrs.LrsDouble;
import org.openedx.devdata.testing.lrs.LrsFault;

/** The JSON of each command that speaks to ClickHouse, or generates; real runs. */
@Tag("clickhouse")
class JsonOutputClickHouseTest {

  @TempDir private Path folder;
  private TestSite site;
  private CommandLab lab;

  @BeforeEach
  void prepare() {
    site = TestSite.empty("json");
    lab = site.password(new CommandLab(folder));
  }

  private CommandLab.Result json(String... line) {
    String[] words = new String[line.length + 2];
    words[0] = "--format";
    words[1] = "json";
    System.arraycopy(line, 0, words, 2, line.length);
    CommandLab.Result result = lab.run(words);
    LostOutput.check(lab, words);
    LostOutput.check(lab, line);
    return JsonOutput.plain(result, site.engine());
  }

  private CommandLab.Result run(String... more) {
    String[] line = new String[more.length + 3];
    line[0] = "load-db";
    line[1] = "--config_file";
    line[2] = lab.path("run.yaml");
    System.arraycopy(more, 0, line, 3, more.length);
    return json(line);
  }

  @Test
  void generated() {
    lab.file(
        "run.yaml", "backend: csv\ncsv_output_destination: out\n" + site.keys() + SmallLoads.WORLD);
    JsonOutput.check("load-db-dry-run", run("--dry-run"), ExitCode.DONE);
    JsonOutput.check("load-db", run(), ExitCode.DONE);
    JsonOutput.check("load-db-only", run("--load_db_only"), ExitCode.DONE);
    JsonOutput.check(
        "load-db-from-s3", json("load-db-from-s3", "--config_file", "run.yaml"), ExitCode.DONE);
  }

  @Test
  void retried() throws IOException {
    try (LrsDouble lrs = new LrsDouble()) {
      lab.variable("XAPI_DB_LOAD_RALPH_PASSWORD", LrsDouble.PASSWORD)
          .file(
              "run.yaml",
              "backend: ralph\nretry_seconds: 0\nlrs_connections: 1\nlrs_url: %s\nlrs_username: %s\n"
                      .formatted(lrs.url(), LrsDouble.USER)
                  + site.keys()
                  + SmallLoads.WORLD);
      lrs.fail(1, LrsFault.UNAVAILABLE);
      lab.run("load-db", "--config_file", lab.path("run.yaml"), "--quiet");
      CommandLab.Result result = json("load-db", "--retry", ".devdata/load-db/ralph/failed");
      JsonOutput.check(
          "load-db-retry",
          new CommandLab.Result(
              result.code(),
              result
                  .out()
                  .replaceAll("(\"sentRows\": )\\d+", "$1977")
                  .replace(lrs.url().toString(), "http://127.0.0.1:8100"),
              result.err()),
          ExitCode.DONE);
    }
  }

  @Test
  void siteOfItsOwn() {
    AspectsLab aspects = AspectsLab.of("json_own", new CommandLab(folder));
    lab = aspects.lab();
    aspects.engine().run("DROP DATABASE json_own_sink");
    JsonOutput.check("aspects-init", json("aspects", "init"), ExitCode.DONE);
    JsonOutput.check("aspects-status", json("aspects", "status"), ExitCode.DONE);
    JsonOutput.check("aspects-verify", json("aspects", "verify"), ExitCode.DONE);
    aspects
        .engine()
        .run(
            "CREATE TABLE json_own_sink.names (course_key String) ENGINE = MergeTree ORDER BY course_key");
    aspects
        .engine()
        .run(
            "CREATE MATERIALIZED VIEW json_own_sink.names_mv TO json_own_sink.names"
                + " AS SELECT course_key FROM json_own_sink.course_overviews");
    JsonOutput.check("aspects-rebuild", json("aspects", "rebuild"), ExitCode.DONE);
    JsonOutput.check(
        "aspects-rebuild-dictionaries",
        json("aspects", "rebuild", "--dictionaries"),
        ExitCode.DONE);
    JsonOutput.check(
        "db-sql-aspects",
        json(
            "db",
            "sql",
            "aspects",
            "SELECT 1 AS one, toUInt64(18446744073709551615) AS large, 0.5 AS half, 'é\\n' AS text,"
                + " NULL AS none, toDecimal64(1.25, 4) AS price; SELECT 1 AS a WHERE 0"),
        ExitCode.DONE);
  }

  @Test
  void server() {
    CommandLab own = new CommandLab(folder);
    System.getenv().forEach(own::variable);
    lab = own;
    try {
      JsonOutput.check("db-start-aspects", json("db", "start", "aspects"), ExitCode.DONE);
      JsonOutput.check("db-status-aspects", json("db", "status", "aspects"), ExitCode.DONE);
    } finally {
      JsonOutput.check("db-stop-aspects", json("db", "stop", "aspects"), ExitCode.DONE);
    }
  }
}
