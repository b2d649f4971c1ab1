package org.openedx.devdata.answers.content;

import java.util.List;
import org.openedx.devdata.answers.figure.AnswerTable;
import org.openedx.devdata.answers.figure.Cells;
import org.openedx.devdata.answers.figure.Packed;
import org.openedx.devdata.answers.figure.Rows;
import org.openedx.devdata.answers.figure.RunChart;
import org.openedx.devdata.answers.figure.SiteQuery;
import org.openedx.devdata.answers.figure.SiteStatus;
import org.openedx.devdata.answers.life.Life;
import org.openedx.devdata.answers.life.Metric;
import org.openedx.devdata.answers.life.Place;
import org.openedx.devdata.answers.life.RunFacts;

/**
 * Learners who did some or all of the pages, problems and videos of sections and subsections; the
 * same of those who are at risk when the world ends.
 */
public final class EngagementChart implements RunChart {

  private static final AnswerTable TABLE =
      new AnswerTable(
          "engagement",
          "learners who did some, or all, of the pages, problems and videos of each subsection",
          List.of("course_key", "content_level", "block_id", "metric"),
          List.of("total", "at_least_one", "all", "at_risk_at_least_one", "at_risk_all"));

  private static final int SOME = 0;
  private static final int ALL = 1;
  private static final int AT_RISK_SOME = 2;
  private static final int AT_RISK_ALL = 3;
  private static final int METRIC = 2;

  @Override
  public AnswerTable table() {
    return TABLE;
  }

  @Override
  public void count(Life life, Cells cells) {
    int[] done = new int[life.run().shape().sequentials()];
    for (Metric metric : Metric.values()) {
      life.countDone(metric, done);
      for (Place place : life.run().places(metric)) {
        int sum = place.sum(done);
        if (sum > 0) {
          count(life, key(place, metric), sum, place.total(), cells);
        }
      }
    }
  }

  private static long key(Place place, Metric metric) {
    return Packed.with(place.number(), METRIC, metric.ordinal());
  }

  private static void count(Life life, long key, int done, int total, Cells cells) {
    cells.add(key, SOME, 1);
    cells.add(key, ALL, done == total ? 1 : 0);
    if (life.standing().isAtRisk()) {
      cells.add(key, AT_RISK_SOME, 1);
      cells.add(key, AT_RISK_ALL, done == total ? 1 : 0);
    }
  }

  @Override
  public void write(RunFacts run, Cells cells, Rows rows) {
    for (Metric metric : Metric.values()) {
      for (Place place : run.places(metric)) {
        long key = key(place, metric);
        rows.text(run.course());
        rows.text(place.level());
        rows.text(place.key(run));
        rows.text(metric.key());
        rows.number(place.total());
        rows.number(cells.of(key, SOME));
        rows.number(cells.of(key, ALL));
        rows.number(cells.of(key, AT_RISK_SOME));
        rows.number(cells.of(key, AT_RISK_ALL));
        rows.end();
      }
    }
  }

  @Override
  public SiteQuery site() {
    return SiteQuery.of(
            List.of(
                "{r}.fact_pageview_engagement.block_id",
                "{r}.fact_problem_engagement.block_id",
                "{r}.fact_video_engagement.block_id"),
            "SELECT e.course_key AS course_key, e.content_level AS content_level, e.block_id AS"
                + " block_id, e.metric AS metric, uniqExactIf(e.actor_id, e.status NOT LIKE 'No %') AS"
                + " at_least_one, uniqExactIf(e.actor_id, e.status LIKE 'All %') AS all,"
                + " uniqExactIf(e.actor_id, s.at_risk AND e.status NOT LIKE 'No %') AS"
                + " at_risk_at_least_one, uniqExactIf(e.actor_id, s.at_risk AND e.status LIKE"
                + " 'All %') AS at_risk_all FROM ("
                + engaged("pages", "fact_pageview_engagement", "page")
                + " UNION ALL "
                + engaged("problems", "fact_problem_engagement", "problem")
                + " UNION ALL "
                + engaged("videos", "fact_video_engagement", "video")
                + ") AS e LEFT JOIN ("
                + SiteStatus.STATUS
                + ") AS s ON e.course_key = s.course_key AND e.actor_id = s.actor_id GROUP BY"
                + " course_key, content_level, block_id, metric")
        .with("at_least_one", "all", "at_risk_at_least_one", "at_risk_all");
  }

  private static String engaged(String metric, String table, String word) {
    return "SELECT course_key, content_level, block_id, actor_id, '%s' AS metric, section_subsection_%s_engagement AS status FROM {r}.%s WHERE course_key IN ({courses}) AND actor_id != ''"
        .formatted(metric, word, table);
  }
}
