package org.openedx.devdata.service.aspects.derived;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.service.aspects.AspectsSetup;
import org.openedx.devdata.service.aspects.AspectsSite;

/**
 * Models that a site has added to those of Aspects: a rebuild loses no row of theirs and doubles
 * none, or refuses before anything is changed.
 */
@Tag("clickhouse")
class ForeignModelsTest {

  private static final String KEPT =
      "CREATE TABLE {o}.kept (n UInt32, t DateTime) ENGINE = MergeTree ORDER BY n";

  static Stream<Arguments> models() {
    return Stream.of(
        model(
            "two triggers fill one table",
            "SELECT (count(), sum(n)) FROM {o}.kept",
            KEPT,
            "CREATE TABLE {o}.more (n UInt32, t DateTime) ENGINE = MergeTree ORDER BY n",
            "CREATE MATERIALIZED VIEW {o}.a_mv TO {o}.kept AS SELECT n, t FROM {o}.days",
            "CREATE MATERIALIZED VIEW {o}.b_mv TO {o}.kept AS SELECT n, t FROM {o}.more",
            "INSERT INTO {o}.more SELECT 1000 + number, now() FROM numbers(77)",
            "INSERT INTO {o}.days SELECT number, now() FROM numbers(33)"),
        model(
            "a trigger and a timer fill one table",
            "SELECT (count(), sum(n)) FROM {o}.kept",
            KEPT,
            "CREATE TABLE {o}.more (n UInt32, t DateTime) ENGINE = MergeTree ORDER BY n",
            "CREATE MATERIALIZED VIEW {o}.a_mv TO {o}.kept AS SELECT n, t FROM {o}.days",
            "INSERT INTO {o}.more SELECT 1000 + number, now() FROM numbers(77)",
            "CREATE MATERIALIZED VIEW {o}.b_mv REFRESH EVERY 1 YEAR APPEND TO {o}.kept AS SELECT n, t FROM {o}.more",
            "SYSTEM WAIT VIEW {o}.b_mv",
            "INSERT INTO {o}.days SELECT number, now() FROM numbers(33)"),
        model(
            "statements are copied into the other raw table",
            "SELECT count() FROM {x}.xapi_events_all",
            "INSERT INTO {x}.xapi_events_all SELECT generateUUIDv4(), now(), '{}' FROM numbers(50)",
            "CREATE MATERIALIZED VIEW {o}.copy_mv TO {x}.xapi_events_all AS SELECT * FROM {o}.xapi_events_all",
            "INSERT INTO {o}.xapi_events_all SELECT generateUUIDv4(), now(), '{}' FROM numbers(5)"),
        model(
            "courses are copied into event_sink",
            "SELECT count() FROM {s}.course_overviews",
            "CREATE TABLE {o}.imported AS {s}.course_overviews",
            "CREATE MATERIALIZED VIEW {o}.courses_mv TO {s}.course_overviews AS SELECT * FROM {o}.imported",
            "INSERT INTO {s}.course_overviews (org, course_key) VALUES ('O', 'course-v1:O+C+R')"),
        model(
            "what is read keeps nothing",
            "SELECT count() FROM {o}.kept",
            KEPT,
            "CREATE TABLE {o}.incoming (n UInt32, t DateTime) ENGINE = Null",
            "CREATE MATERIALIZED VIEW {o}.in_mv TO {o}.kept AS SELECT n, t FROM {o}.incoming",
            "INSERT INTO {o}.incoming SELECT number, now() FROM numbers(44)"),
        model(
            "sums in a database of its own",
            "SELECT sum(n) FROM {o}_custom.sums",
            "CREATE DATABASE {o}_custom",
            KEPT,
            "CREATE MATERIALIZED VIEW {o}.a_mv TO {o}.kept AS SELECT n, t FROM {o}.days",
            "CREATE TABLE {o}_custom.sums (day Date, n UInt64) ENGINE = SummingMergeTree ORDER BY day",
            "CREATE MATERIALIZED VIEW {o}_custom.sums_mv TO {o}_custom.sums AS SELECT toDate(t) AS day, count() AS n FROM {o}.kept GROUP BY day",
            "INSERT INTO {o}.days SELECT number, now() FROM numbers(33)"),
        model(
            "sums of what a timer adds",
            "SELECT sum(n) FROM {o}_custom.sums",
            "CREATE DATABASE {o}_custom",
            KEPT,
            "CREATE TABLE {o}_custom.sums (day Date, n UInt64) ENGINE = SummingMergeTree ORDER BY day",
            "CREATE MATERIALIZED VIEW {o}_custom.sums_mv TO {o}_custom.sums AS SELECT toDate(t) AS day, count() AS n FROM {o}.kept GROUP BY day",
            "INSERT INTO {o}.days SELECT number, now() FROM numbers(33)",
            "CREATE MATERIALIZED VIEW {o}.a_mv REFRESH EVERY 1 YEAR APPEND TO {o}.kept AS SELECT n, t FROM {o}.days WHERE t > now() - INTERVAL 1 DAY",
            "SYSTEM WAIT VIEW {o}.a_mv"),
        model(
            "derived rows are added to a raw table",
            "SELECT count() FROM {s}.course_blocks",
            KEPT,
            "CREATE MATERIALIZED VIEW {o}.a_mv TO {o}.kept AS SELECT n, t FROM {o}.days",
            "CREATE MATERIALIZED VIEW {o}.b_mv TO {s}.course_blocks AS SELECT 'O' AS org, toString(n) AS location FROM {o}.kept",
            "INSERT INTO {o}.days SELECT number, now() FROM numbers(33)"),
        model(
            "what was read elsewhere and is gone",
            "SELECT count() FROM {o}.kept",
            KEPT,
            "CREATE DATABASE {o}_custom",
            "CREATE TABLE {o}_custom.queue (n UInt32, t DateTime) ENGINE = Null",
            "CREATE VIEW {o}_custom.seen AS SELECT n, t FROM {o}_custom.queue",
            "CREATE MATERIALIZED VIEW {o}.q_mv TO {o}.kept AS SELECT n, t FROM {o}_custom.queue",
            "INSERT INTO {o}_custom.queue SELECT number, now() FROM numbers(12)"),
        model(
            "a view of which what it reads was dropped",
            "SELECT count() FROM {o}.kept",
            KEPT,
            "CREATE MATERIALIZED VIEW {o}.a_mv TO {o}.kept AS SELECT n, t FROM {o}.days",
            "INSERT INTO {o}.days SELECT number, now() FROM numbers(33)",
            "CREATE DATABASE {o}_custom",
            "CREATE TABLE {o}_custom.gone AS {o}.days",
            "CREATE TABLE {o}_custom.lost AS {o}.days",
            "CREATE MATERIALIZED VIEW {o}_custom.z_mv TO {o}_custom.lost AS SELECT n, t FROM {o}_custom.gone WHERE n IN (SELECT n FROM {o}.kept)",
            "DROP TABLE {o}_custom.gone"),
        model(
            "a view with a table of its own",
            "SELECT count() FROM {o}.own_mv",
            "CREATE MATERIALIZED VIEW {o}.own_mv ENGINE = MergeTree ORDER BY n AS SELECT n, t FROM {o}.days",
            "INSERT INTO {o}.days SELECT number, now() FROM numbers(33)"),
        model(
            "a timer that adds what is newer than the newest",
            "SELECT count() FROM {o}.kept",
            KEPT,
            "INSERT INTO {o}.days SELECT number, now() FROM numbers(33)",
            "CREATE MATERIALIZED VIEW {o}.n_mv REFRESH EVERY 1 YEAR APPEND TO {o}.kept AS SELECT n, t FROM {o}.days WHERE t > (SELECT max(t) FROM {o}.kept)",
            "SYSTEM WAIT VIEW {o}.n_mv"),
        model(
            "a stopped timer",
            "SELECT count() FROM {o}.kept",
            KEPT,
            "INSERT INTO {o}.days SELECT number, now() FROM numbers(33)",
            "CREATE MATERIALIZED VIEW {o}.s_mv REFRESH EVERY 1 YEAR TO {o}.kept AS SELECT n, t FROM {o}.days",
            "SYSTEM WAIT VIEW {o}.s_mv",
            "SYSTEM STOP VIEW {o}.s_mv"),
        model(
            "a view whose table was dropped",
            "SELECT count() FROM {o}.kept",
            KEPT,
            "CREATE MATERIALIZED VIEW {o}.a_mv TO {o}.kept AS SELECT n, t FROM {o}.days",
            "CREATE TABLE {o}.gone (n UInt32, t DateTime) ENGINE = MergeTree ORDER BY n",
            "INSERT INTO {o}.days SELECT number, now() FROM numbers(33)",
            "CREATE MATERIALIZED VIEW {o}.z_mv TO {o}.gone AS SELECT n, t FROM {o}.kept",
            "DROP TABLE {o}.gone"));
  }

  private static Arguments model(String name, String kept, String... statements) {
    return Arguments.of(name, kept, List.of(statements));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  @Timeout(60)
  void aRebuildKeepsEveryRow(String name, String kept, List<String> statements) {
    try (AspectsSite site = new AspectsSite("foreign").ofRalph()) {
      AspectsSetup.init(site.clickhouse(), site.names());
      site.run("DROP DATABASE IF EXISTS {o}_custom");
      site.run("CREATE TABLE {o}.days (n UInt32, t DateTime) ENGINE = MergeTree ORDER BY n");
      statements.forEach(site::run);
      String before = site.value(kept);
      assertThat(before).isNotEqualTo("0");
      for (boolean history : List.of(true, false)) {
        try {
          rebuild(site, history);
        } catch (DatabaseException refused) {
          assertThat(refused).hasMessageContaining("nothing was changed; ");
        }
        assertThat(site.value(kept)).as("only history: %s", history).isEqualTo(before);
      }
    }
  }

  private static void rebuild(AspectsSite site, boolean history) {
    if (history) {
      Rebuild.history(site.clickhouse(), site.names(), line -> {});
    } else {
      Rebuild.all(site.clickhouse(), site.names(), line -> {});
    }
  }
}
