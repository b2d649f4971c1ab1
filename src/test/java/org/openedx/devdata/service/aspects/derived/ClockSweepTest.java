package org.openedx.devdata.service.aspects.derived;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.service.aspects.AspectsSetup;
import org.openedx.devdata.service.aspects.AspectsSite;

/** Views that select by the clock in every way that was thought of: filled in full, or refused. */
@Tag("clickhouse")
class ClockSweepTest {

  private static final List<String> LIMITS =
      List.of(
          "t > now() - INTERVAL 1 DAY",
          "t >= now64(3) - INTERVAL 90 MINUTE",
          "t > subtractDays(now(), 1)",
          "toDate(t) >= today() - 1",
          "toDate(t) >= yesterday()",
          "t > toStartOfDay(now() - INTERVAL 1 WEEK)",
          "t > date_sub(DAY, 1, now())",
          "t > addDays(now(), -1)",
          "t > now() - 86400",
          "t + INTERVAL 1 DAY > now()",
          "dateDiff('day', t, now()) <= 1",
          "age('hour', t, now()) < 24",
          "t IN (SELECT t FROM {o}.recent_days)",
          "t < now() - INTERVAL 1 HOUR",
          "toDate(t) = today() - 1",
          "toDate(t) = yesterday()",
          "toDate(t) IN (today() - 1, today())",
          "toStartOfDay(t) = toStartOfDay(now() - INTERVAL 1 DAY)",
          "t BETWEEN now() - INTERVAL 2 DAY AND now() - INTERVAL 1 DAY",
          "NOT (t < now() - INTERVAL 1 DAY)",
          "NOT (t > now() - INTERVAL 1 DAY) OR n = 7",
          "n NOT IN (SELECT n FROM {o}.days WHERE t > now() - INTERVAL 1 DAY)",
          "t > now() + INTERVAL -1 DAY",
          "t > timestamp_sub(hour, 1, now())",
          "if(t > now() - 5, 1, n = 7)",
          "(t, n) > (now() - INTERVAL 1 DAY, 3)",
          "toUnixTimestamp(t) > toUnixTimestamp(now()) - 86400",
          "t >= toDateTime(now()) - INTERVAL 1 DAY",
          "t > now() - INTERVAL '1 day 2 hours'",
          "t > nowInBlock() - INTERVAL 1 DAY",
          "toYYYYMMDD(t) >= toYYYYMMDD(yesterday())",
          "n < 7 OR t >= date_trunc('day', now())");

  @Test
  void whateverTheLimitNoRowIsLost() {
    try (AspectsSite site = new AspectsSite("clock")) {
      AspectsSetup.init(site.clickhouse(), site.names());
      site.run("CREATE TABLE {o}.days (n UInt32, t DateTime) ENGINE = MergeTree ORDER BY n");
      site.run("CREATE TABLE {o}.kept (n UInt32, t DateTime) ENGINE = MergeTree ORDER BY n");
      site.run(
          "CREATE VIEW {o}.recent_days AS SELECT t FROM {o}.days WHERE t > now() - INTERVAL 1 DAY");
      site.run(
          "INSERT INTO {o}.days SELECT number, now() - toIntervalDay(number) FROM numbers(300)");
      for (String limit : LIMITS) {
        for (String kind : List.of("REFRESH EVERY 1 HOUR APPEND ", "")) {
          site.run(
              "CREATE MATERIALIZED VIEW {o}.days_mv %sTO {o}.kept AS SELECT n, t FROM {o}.days WHERE %s"
                  .formatted(kind, limit));
          // As the view did, day by day.
          site.run("INSERT INTO {o}.kept SELECT * FROM {o}.days");
          try {
            Rebuild.all(site.clickhouse(), site.names(), line -> {});
          } catch (DatabaseException refused) {
            assertThat(refused)
                .hasMessageContaining("days_mv selects by the clock")
                .hasMessageContaining("--full-refresh -s kept+");
          }
          assertThat(site.value("SELECT uniq(n) FROM {o}.kept")).as(kind + limit).isEqualTo("300");
          site.run("DROP TABLE {o}.days_mv");
        }
      }
    }
  }
}
