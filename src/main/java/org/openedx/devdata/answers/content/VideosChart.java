package org.openedx.devdata.answers.content;

import java.util.List;
import org.openedx.devdata.answers.figure.AnswerTable;
import org.openedx.devdata.answers.figure.Cells;
import org.openedx.devdata.answers.figure.Rows;
import org.openedx.devdata.answers.figure.RunChart;
import org.openedx.devdata.answers.figure.SiteQuery;
import org.openedx.devdata.answers.life.Life;
import org.openedx.devdata.answers.life.RunFacts;
import org.openedx.devdata.answers.life.Views;
import org.openedx.devdata.world.BlockType;

/** Videos: who watches, how many seconds, and how often full, in part and again. */
public final class VideosChart implements RunChart {

  private static final AnswerTable TABLE =
      new AnswerTable(
          "videos",
          "videos: learners, seconds watched, full, partial and repeated views",
          List.of("course_key", "video_id"),
          List.of(
              "duration",
              "learners",
              "seconds",
              "distinct_seconds",
              "full_views",
              "partial_views",
              "repeat_views",
              "seconds_played"));

  private static final int LEARNERS = 0;
  private static final int SECONDS = 1;
  private static final int DISTINCT = 2;
  private static final int FULL = 3;
  private static final int PARTIAL = 4;
  private static final int REPEAT = 5;
  private static final int PLAYED = 6;
  private static final int FULL_FROM = 95;

  @Override
  public AnswerTable table() {
    return TABLE;
  }

  @Override
  public int sums() {
    return PLAYED + 1;
  }

  @Override
  public void count(Life life, Cells cells) {
    Views views = new Views();
    for (int video : life.watched().videos()) {
      life.watched().played(video, views);
      cells.add(video, PLAYED, views.seconds());
      life.watched().shown(video, views);
      if (views.greatest() > 0) {
        boolean full = 100L * views.distinct() >= (long) FULL_FROM * life.run().seconds(video);
        cells.add(video, LEARNERS, 1);
        cells.add(video, SECONDS, views.seconds());
        cells.add(video, DISTINCT, views.distinct());
        cells.add(video, full ? FULL : PARTIAL, views.greatest());
        cells.add(video, REPEAT, views.greatest() > 1 ? views.greatest() : 0);
      }
    }
  }

  @Override
  public void row(RunFacts run, long video, long[] figures, Rows rows) {
    rows.text(run.course());
    rows.text(run.key(BlockType.VIDEO, (int) video));
    rows.number(run.seconds((int) video));
    for (long figure : figures) {
      rows.number(figure);
    }
    rows.end();
  }

  @Override
  public SiteQuery site() {
    return SiteQuery.of(
            List.of("{r}.fact_video_watches.max_views"),
            "SELECT course_key, splitByString('/xblock/', object_id)[-1] AS video_id,"
                + " uniqExact(actor_id) AS learners, sum(watched_seconds) AS distinct_seconds,"
                + " sumIf(max_views, watched_seconds / video_duration >= 0.95) AS full_views,"
                + " sumIf(max_views, watched_seconds / video_duration < 0.95) AS partial_views,"
                + " sumIf(max_views, max_views > 1) AS repeat_views FROM {r}.fact_video_watches"
                + " FINAL WHERE course_key IN ({courses}) AND watched_seconds > 0 GROUP BY"
                + " course_key, video_id")
        .with("learners", "distinct_seconds", "full_views", "partial_views", "repeat_views");
  }
}
