package org.openedx.devdata.service.aspects.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.service.aspects.AspectsSite;

/** Tables to which a timer adds rows of the last day: no rebuild may lose those of other days. */
@Tag("clickhouse")
class HistoryTest {

  private static final String INTERVALS =
      "SELECT (count(), sum(cityHash64(actor_id, start_event_id, end_video_position))) FROM"
          + " {r}.fact_video_watch_intervals FINAL";

  private AspectsSite site;

  @BeforeEach
  void siteOfDbt81() {
    site = new AspectsSite("history").withModels("8.1");
    // 30 learners, one every ten days; each plays a minute of a video.
    for (String verb : List.of("played", "paused")) {
      site.run(
          """
          INSERT INTO {x}.xapi_events_all
          SELECT generateUUIDv4(), now64(6) - toIntervalHour(240 * number + 2) + toIntervalMinute(%1$d) AS t,
            concat('{"verb":{"id":"https://w3id.org/xapi/video/verbs/%2$s"},"actor":{"account":{"name":"learner ',
            toString(number), '"}},"object":{"id":"http://x/xblock/block-v1:O+C+R+type@video+block@v"},',
            '"result":{"extensions":{"https://w3id.org/xapi/video/extensions/time":%3$d}},',
            '"context":{"extensions":{"https://w3id.org/xapi/video/extensions/length":100}}}')
          FROM numbers(30)"""
              .formatted(verb.equals("paused") ? 1 : 0, verb, verb.equals("paused") ? 60 : 0));
    }
  }

  @AfterEach
  void close() {
    if (site != null) {
      site.close();
    }
  }

  private void timerRuns() {
    for (String view : List.of("fact_video_watch_intervals_mv", "fact_video_watches_mv")) {
      site.run("SYSTEM REFRESH VIEW {r}." + view);
      site.run("SYSTEM WAIT VIEW {r}." + view);
    }
  }

  private List<Rebuild.Rebuilt> rebuild() {
    return Rebuild.all(site.clickhouse(), site.names(), line -> {});
  }

  @Test
  void rebuildFillsWhatTheTimerNoLongerReads() {
    timerRuns();
    assertThat(site.value("SELECT uniq(actor_id) FROM {r}.fact_video_watch_intervals"))
        .isEqualTo("1");

    rebuild();

    String after = site.value(INTERVALS);
    assertThat(site.value("SELECT uniq(actor_id) FROM {r}.fact_video_watch_intervals"))
        .isEqualTo("30");
    assertThat(site.value("SELECT groupUniqArray(watched_seconds) FROM {r}.fact_video_watches"))
        .isEqualTo("[60]");
    rebuild();
    timerRuns();
    assertThat(site.value(INTERVALS)).isEqualTo(after);
  }

  @Test
  void whatTablesKeepLongerThanTheirSourceStays() {
    site.run(
        """
        INSERT INTO {x}.xapi_events_all VALUES (generateUUIDv4(), now() - toIntervalYear(3),
          '{"verb":{"id":"https://w3id.org/xapi/acrossx/verbs/evaluated"},"actor":{"account":{"name":"old"}},
          "object":{"id":"http://x/xblock/block-v1:O+C+R+type@problem+block@p","definition":{"extensions":
          {"http://id.tincanapi.com/extension/attempt-id":1}}},"result":{"success":true}}')""");
    site.run("OPTIMIZE TABLE {x}.problem_events FINAL");
    site.run("OPTIMIZE TABLE {x}.xapi_events_all_parsed FINAL");
    String old =
        "SELECT groupArray(actor_id) FROM {r}.dim_learner_last_response WHERE actor_id = 'old'";
    assertThat(site.value("SELECT count() FROM {x}.problem_events")).isEqualTo("0");
    assertThat(site.value(old)).isEqualTo("['old']");

    rebuild();

    assertThat(site.value(old)).isEqualTo("['old']");
    site.run("OPTIMIZE TABLE {x}.problem_events FINAL");
    assertThat(site.value("SELECT count() FROM {x}.problem_events")).isEqualTo("0");
  }

  @Test
  void portionsOfLearnersGiveTheSame() {
    rebuild();
    String whole = site.value(INTERVALS);

    Rebuild.all(site.clickhouse(), site.names(), line -> {}, 7);

    assertThat(site.value(INTERVALS)).isEqualTo(whole);
    assertThat(site.value("SELECT count() FROM {r}.fact_video_watches")).isEqualTo("30");
  }

  @Test
  void historyAloneEmptiesNothing() {
    site.run(
        "INSERT INTO {r}.fact_video_watch_intervals (actor_id, computed_at) VALUES ('of a timer', now())");

    List<Rebuild.Rebuilt> filled = Rebuild.history(site.clickhouse(), site.names(), line -> {});

    assertThat(filled)
        .extracting(one -> one.table().table())
        .containsExactly("fact_video_watch_intervals", "fact_video_watches");
    assertThat(site.value("SELECT uniq(actor_id) FROM {r}.fact_video_watch_intervals"))
        .isEqualTo("31");
  }

  @Test
  void aLoadHearsWhatTimersWillNotPickUp() {
    assertThat(TimerGap.warning(site.clickhouse(), site.names()).orElseThrow())
        .contains("history_reporting.fact_video_watch_intervals", "rebuild --history", "run -s");
    site.run("DROP TABLE {r}.fact_video_watches_mv");
    site.run("DROP TABLE {r}.fact_video_watch_intervals_mv");
    assertThat(TimerGap.warning(site.clickhouse(), site.names())).isEmpty();
  }

  @Test
  void nothingIsChangedWhereOneTableCannotBeFilled() {
    site.run("CREATE TABLE {r}.zz (a String) ENGINE = MergeTree ORDER BY a");
    site.run(
        "CREATE MATERIALIZED VIEW {r}.zz_mv REFRESH EVERY 1 HOUR APPEND TO {r}.zz AS SELECT actor_id AS a"
            + " FROM {x}.video_playback_events WHERE dateDiff('day', emission_time, now()) <= 1");
    site.run("INSERT INTO {r}.fact_video_watches (actor_id) VALUES ('stays')");

    assertThatThrownBy(this::rebuild).isInstanceOf(DatabaseException.class);

    assertThat(site.value("SELECT count() FROM {r}.fact_video_watches WHERE actor_id = 'stays'"))
        .isEqualTo("1");
  }
}
