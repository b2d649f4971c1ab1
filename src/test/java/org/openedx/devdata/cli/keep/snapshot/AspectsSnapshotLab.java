package org.openedx.devdata.cli.keep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.service.aspects.AspectsSite;
import org.openedx.devdata.testing.TestClickHouse;

/** Snapshots of a site in ClickHouse, with models after those of dbt: triggers, states, timers. */
abstract class AspectsSnapshotLab {

  @TempDir Path folder;
  TestClickHouse engine;
  AspectsSite site;
  private final String prefix;

  /**
   * @param prefix of the names of databases: tests share a server
   */
  AspectsSnapshotLab(String prefix) {
    this.prefix = prefix;
  }

  @BeforeEach
  void models() {
    engine = TestClickHouse.required();
    site = new AspectsSite(prefix).withModels("8.1");
    site.run(
        "CREATE MATERIALIZED VIEW {x}.actors ENGINE = AggregatingMergeTree ORDER BY (day, org) AS"
            + " SELECT toDate(emission_time) AS day, org, uniqCombinedState(event_id) AS events,"
            + " anySimpleState(verb_id) AS verb FROM {x}.xapi_events_all_parsed GROUP BY day, org");
    site.run(
        "CREATE TABLE {r}.sums (day Date, verb LowCardinality(String), n UInt64,"
            + " tags Array(Nullable(String))) ENGINE = SummingMergeTree ORDER BY (day, verb)");
    site.run(
        "CREATE MATERIALIZED VIEW {r}.sums_mv TO {r}.sums AS SELECT toDate(emission_time) AS day,"
            + " verb_id AS verb, count() AS n, [NULL, 'a\\'\\t\\\\b'] AS tags"
            + " FROM {x}.xapi_events_all_parsed GROUP BY day, verb");
    fill(0, 40);
  }

  @AfterEach
  void close() {
    if (site != null) {
      site.close();
    }
  }

  /** Courses, then statements of some months that triggers name after them. */
  void fill(int first, int count) {
    site.run(
        "INSERT INTO {s}.course_overviews (org, course_key, display_name, modified)"
            + " SELECT 'O', 'course-v1:O+C+' || (number + %d), 'Botany', '2026-01-01' FROM numbers(3)"
                .formatted(first));
    site.run("SYSTEM RELOAD DICTIONARY {s}.dim_course_names");
    site.run(
        "INSERT INTO {o}.xapi_events_all SELECT toUUID(concat('00000000-0000-0000-0000-',"
            + " leftPad(toString(number + %d), 12, '0'))), toDateTime(1780272000 + number * 86400 * 2),"
                .formatted(first)
            + " '{\"verb\": {\"id\": \"v%d\"}, \"object\": {\"id\": \"video+block\"}}' FROM numbers(%d)"
                .formatted(first % 7, count));
  }

  /** Tables with rows of their own, and their engines. */
  Map<String, String> tables() {
    Map<String, String> tables = new TreeMap<>();
    site.clickhouse()
        .rows(
            "SELECT database || '.`' || name || '`', engine FROM system.tables WHERE startsWith(database, '"
                + prefix
                + "_') AND engine LIKE '%MergeTree' AND name NOT LIKE '.tmp%'")
        .forEach(row -> tables.put(row.get(0), row.get(1)));
    return tables;
  }

  void assertNoLeftovers() {
    assertThat(tables().keySet()).noneMatch(table -> table.contains("_devdata_"));
  }

  /** All rows of all tables, as the server's own text. */
  Map<String, List<List<String>>> rows() {
    Map<String, List<List<String>>> rows = new TreeMap<>();
    tables()
        .forEach(
            (table, engineName) -> {
              if (!table.contains("_devdata_")) { // What a restore that was cut has left.
                rows.put(
                    table,
                    site.clickhouse()
                        .rows(
                            "SELECT %s FROM %s%s ORDER BY ALL"
                                .formatted(
                                    table.contains(".inner")
                                        ? "* REPLACE (finalizeAggregation(events) AS events)"
                                        : "*",
                                    table,
                                    engineName.equals("MergeTree") ? "" : " FINAL")));
              }
            });
    return rows;
  }

  String course(int number) {
    return site.value(
        "SELECT dictGet('{s}.dim_course_names', 'course_name', tuple('course-v1:O+C+%d'))"
            .formatted(number));
  }

  Map<String, String> variables(URI url) {
    Map<String, String> variables = new HashMap<>();
    variables.put(
        "DEVDATA_ASPECTS_URL",
        url
            + "?xapi=P_xapi&event_sink=P_event_sink&reporting=P_reporting&openedx=P_openedx"
                .replace("P_", prefix + "_"));
    variables.put("DEVDATA_ASPECTS_USER", engine.user());
    variables.put("DEVDATA_ASPECTS_PASSWORD", engine.password());
    return variables;
  }

  CommandLab.Result run(String... line) {
    return run(engine.url(), line);
  }

  CommandLab.Result run(URI url, String... line) {
    CommandLab lab = new CommandLab(folder);
    variables(url).forEach(lab::variable);
    return lab.run(Stream.concat(Stream.of("snapshot"), Stream.of(line)).toArray(String[]::new));
  }

  static void done(CommandLab.Result result) {
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
  }
}
