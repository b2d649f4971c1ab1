package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.service.aspects.AspectsSite;
import org.openedx.devdata.testing.FaultyProxy;
import org.openedx.devdata.testing.FaultyProxy.Fault;
import org.openedx.devdata.testing.TestClickHouse;

/** {@code devdata empty --only aspects} on a site with models after those of dbt. */
@Tag("clickhouse")
class EmptyAspectsTest {

  private static final String DATABASES =
      " IN ('ea_xapi', 'ea_event_sink', 'ea_reporting', 'ea_openedx')";

  /** Tables with rows that stay: what migrations and dbt note of themselves. */
  private static final List<String> NOTES =
      List.of("ea_event_sink.aspects_data", "ea_xapi.alembic_version");

  @TempDir private Path folder;
  private TestClickHouse engine;
  private AspectsSite site;

  @BeforeEach
  void models() {
    engine = TestClickHouse.required();
    site = new AspectsSite("ea").withModels("8.1");
    site.run("INSERT INTO {s}.aspects_data VALUES ('manifest.json', '{}')");
  }

  @AfterEach
  void close() {
    if (site != null) {
      site.close();
    }
  }

  /** Courses, then statements that triggers name after them. */
  private void fill() {
    site.run(
        "INSERT INTO {s}.course_overviews (org, course_key, display_name, modified)"
            + " SELECT 'O', 'course-v1:O+C+' || number, 'Botany', '2026-01-01' FROM numbers(3)");
    site.run(
        "INSERT INTO {s}.course_blocks (org, course_key, location, display_name, xblock_data_json)"
            + " SELECT 'O', 'course-v1:O+C+1', 'block-v1:O+C+1+type@html+block@' || number, 'Moss',"
            + " '{}' FROM numbers(7)");
    site.run("SYSTEM RELOAD DICTIONARY {s}.dim_course_names");
    site.run(
        "INSERT INTO {o}.xapi_events_all SELECT generateUUIDv4(), toDateTime(1767225600 + number),"
            + " '{\"verb\": {\"id\": \"v\"}, \"object\": {\"id\": \"video+block\"}}' FROM numbers(50)");
    site.run("INSERT INTO ea_xapi.xapi_events_all SELECT * FROM {o}.xapi_events_all LIMIT 5");
  }

  /** Number of rows of each table that has any. */
  private Map<String, Long> rows() {
    Map<String, Long> rows = new TreeMap<>();
    for (List<String> table :
        site.clickhouse()
            .rows(
                "SELECT database || '.' || name, total_rows FROM system.tables WHERE database"
                    + DATABASES
                    + " AND engine LIKE '%MergeTree' AND total_rows > 0")) {
      rows.put(table.get(0), Long.valueOf(table.get(1)));
    }
    return rows;
  }

  private List<List<String>> schema() {
    return site.clickhouse()
        .rows(
            "SELECT database, name, create_table_query FROM system.tables WHERE database"
                + DATABASES
                + " ORDER BY 1, 2");
  }

  private String course() {
    return site.value(
        "SELECT dictGet('{s}.dim_course_names', 'course_name', tuple('course-v1:O+C+1'))");
  }

  private Map<String, String> variables(URI url) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put(
        "DEVDATA_ASPECTS_URL",
        url + "?xapi=ea_xapi&event_sink=ea_event_sink&reporting=ea_reporting&openedx=ea_openedx");
    variables.put("DEVDATA_ASPECTS_USER", engine.user());
    variables.put("DEVDATA_ASPECTS_PASSWORD", engine.password());
    return variables;
  }

  private CommandLab.Result empty(URI url, String... more) {
    CommandLab lab = new CommandLab(folder);
    variables(url).forEach(lab::variable);
    String[] line = new String[more.length + 3];
    line[0] = "empty";
    line[1] = "--only";
    line[2] = "aspects";
    System.arraycopy(more, 0, line, 3, more.length);
    return lab.run(line);
  }

  @Test
  void schemaAndNotesStayAndRowsGo() {
    fill();
    Map<String, Long> before = rows();
    List<List<String>> schema = schema();

    CommandLab.Result dry = empty(engine.url(), "--dry-run", "--verbose");
    assertThat(rows()).isEqualTo(before);
    before.forEach(
        (table, count) -> {
          if (!NOTES.contains(table)) {
            assertThat(dry.out()).containsPattern(table.replace(".", "\\.") + " +" + count + " +0");
          }
        });
    CommandLab.Result result = empty(engine.url(), "--yes");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(rows()).containsOnlyKeys(NOTES);
    assertThat(schema()).isEqualTo(schema);
    assertThat(course()).isEmpty();
    assertThat(empty(engine.url(), "--yes").out()).contains("Nothing to remove");
    fill();
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void aTableCanBeKeptAndASlipIsRefused() {
    fill();
    Map<String, Long> before = rows();

    CommandLab.Result slip =
        empty(engine.url(), "--yes", "--keep", "ea_event_sink.course_overview");
    assertThat(slip.code()).isEqualTo(ExitCode.FAILED);
    assertThat(slip.err()).contains("did you mean \"ea_event_sink.course_overviews\"?");
    assertThat(rows()).isEqualTo(before);

    empty(engine.url(), "--yes", "--keep", "ea_event_sink.course_overviews");
    assertThat(rows()).containsEntry("ea_event_sink.course_overviews", 3L).hasSize(3);
    assertThat(course()).isEqualTo("Botany");
  }

  @Test
  void aRunThatIsCutIsFinishedByTheNext() throws IOException {
    try (FaultyProxy proxy = new FaultyProxy(engine.url())) {
      empty(proxy.url(), "--yes");
      int requests = proxy.requests();
      for (int cut = 3; cut < requests; cut += Math.max(1, requests / 4)) {
        fill();
        proxy.dieAfter(cut);
        assertThat(empty(proxy.url(), "--yes").code()).isEqualTo(ExitCode.FAILED);
        proxy.mend();
        Map<String, Long> left = rows();
        if (!left.containsKey("ea_openedx.xapi_events_all")) {
          assertThat(left).doesNotContainKey("ea_openedx.xapi_events_all_parsed");
        }

        assertThat(empty(proxy.url(), "--yes").code()).isEqualTo(ExitCode.DONE);

        assertThat(rows()).as("cut at " + cut).containsOnlyKeys(NOTES);
        assertThat(course()).as("cut at " + cut).isEmpty();
      }
    }
  }

  @Test
  void aRunThatIsKilledIsFinishedByTheNext() throws Exception {
    fill();
    Map<String, Long> before = rows();
    try (FaultyProxy proxy = new FaultyProxy(engine.url())) {
      empty(proxy.url(), "--dry-run");
      proxy.fail(Collections.nCopies(proxy.requests() + 5, Fault.NONE).toArray(Fault[]::new));
      proxy.fail(Fault.HANGS);
      try (CommandProcess command =
          CommandProcess.start(
              folder,
              new HashMap<>(variables(proxy.url())),
              "empty",
              "--only",
              "aspects",
              "--yes")) {
        command.killWhen(proxy::isHanging);
      }
    }
    assertThat(rows()).hasSizeBetween(NOTES.size() + 1, before.size() - 1);

    assertThat(empty(engine.url(), "--yes").code()).isEqualTo(ExitCode.DONE);

    assertThat(rows()).containsOnlyKeys(NOTES);
    assertThat(course()).isEmpty();
  }

  @Test
  void databasesOfAnotherProgramAreRefused() {
    engine.freshDatabase("ea_shop");
    engine.run("CREATE TABLE ea_shop.orders ENGINE = MergeTree ORDER BY n AS SELECT 1 AS n");
    CommandLab lab = new CommandLab(folder);
    variables(engine.url()).forEach(lab::variable);
    lab.variable(
        "DEVDATA_ASPECTS_URL",
        engine.url() + "?xapi=ea_shop&event_sink=ea_shop&reporting=ea_shop&openedx=ea_shop");

    CommandLab.Result result = lab.run("empty", "--only", "aspects", "--yes");

    assertThat(result.code()).as(result.out()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).contains("its databases have none of Aspects' tables");
    CommandLab.Result all = lab.run("empty", "--yes");
    assertThat(all.code()).as(all.err()).isEqualTo(ExitCode.DONE);
    assertThat(all.err()).contains("left out: ").contains("has none of Aspects' tables");
    assertThat(engine.run("SELECT count() FROM ea_shop.orders")).isEqualTo("1\n");
    engine.run("DROP DATABASE ea_shop");
  }

  @Test
  void anotherMachineMustBeNamed() throws IOException {
    fill();
    Map<String, Long> before = rows();
    try (FaultyProxy proxy = new FaultyProxy(engine.url())) {
      // Leads here, and is no address of this machine's loopback.
      URI other = URI.create("http://0.0.0.0:" + proxy.url().getPort());

      assertThat(empty(other, "--yes").err()).contains("--allow-remote if that is meant");
      CommandLab.Result unnamed = empty(other, "--yes", "--allow-remote");
      assertThat(unnamed.code()).as(unnamed.err()).isEqualTo(ExitCode.USAGE);
      assertThat(unnamed.err()).contains("is not on this machine; --confirm aspects");
      assertThat(empty(other, "--yes", "--allow-remote", "--confirm", "edxapp").err())
          .contains("no database of that name is affected");
      assertThat(rows()).isEqualTo(before);

      assertThat(empty(other, "--yes", "--allow-remote", "--confirm", "aspects").code())
          .isEqualTo(ExitCode.DONE);
    }
    assertThat(rows()).containsOnlyKeys(NOTES);
  }
}
