package org.openedx.devdata.answers.content;

import java.util.List;
import org.openedx.devdata.answers.figure.AnswerTable;
import org.openedx.devdata.answers.figure.Cells;
import org.openedx.devdata.answers.figure.Packed;
import org.openedx.devdata.answers.figure.Rows;
import org.openedx.devdata.answers.figure.RunChart;
import org.openedx.devdata.answers.figure.SiteQuery;
import org.openedx.devdata.answers.life.Life;
import org.openedx.devdata.answers.life.RunFacts;
import org.openedx.devdata.answers.life.Views;
import org.openedx.devdata.world.BlockType;

/** Views of each second of videos: all, those of learners who watched it again, and learners. */
public final class VideoSecondsChart implements RunChart {

  private static final AnswerTable TABLE =
      new AnswerTable(
          "video_seconds",
          "views of each second of videos",
          List.of("course_key", "video_id", "second"),
          List.of("views", "repeat_views", "unique_views"));

  private static final int VIEWS = 0;
  private static final int REPEAT = 1;
  private static final int UNIQUE = 2;
  private static final int SECOND = 20;

  @Override
  public AnswerTable table() {
    return TABLE;
  }

  /** Adds changes from one second to the next, which are few: sums of them are the views. */
  @Override
  public void count(Life life, Cells cells) {
    Views views = new Views();
    for (int video : life.watched().videos()) {
      life.watched().shown(video, views);
      int before = 0;
      for (int step = 0; step < views.steps(); step++) {
        int now = views.of(step);
        if (now != before) {
          long key = Packed.with(video, SECOND, views.from(step));
          cells.add(key, VIEWS, now - before);
          cells.add(key, figure(before), -before);
          cells.add(key, figure(now), now);
          before = now;
        }
      }
    }
  }

  private static int figure(int views) {
    return views > 1 ? REPEAT : UNIQUE;
  }

  @Override
  public void write(RunFacts run, Cells cells, Rows rows) {
    Sums sums = new Sums(run, rows);
    cells.read(sums::change);
  }

  /** Sums of the changes so far. Mutable, not thread-safe. */
  private static final class Sums {

    private final RunFacts run;
    private final Rows rows;
    private final long[] sums = new long[UNIQUE + 1];
    private long next;

    Sums(RunFacts run, Rows rows) {
      this.run = run;
      this.rows = rows;
    }

    /** Writes the seconds until a change, which come after each other in one video. */
    void change(long key, long[] changes) {
      for (long second = next; sums[VIEWS] > 0 && second < key; second++) {
        rows.text(run.course());
        rows.text(run.key(BlockType.VIDEO, (int) (second >> SECOND)));
        rows.number(Packed.last(second, SECOND));
        for (long sum : sums) {
          rows.number(sum);
        }
        rows.end();
      }
      for (int i = 0; i < sums.length; i++) {
        sums[i] += changes[i];
      }
      next = key;
    }
  }

  @Override
  public SiteQuery site() {
    return SiteQuery.of(
        List.of("{r}.fact_video_watch_intervals"),
        "SELECT course_key, video_id, second, sum(n) AS views, sumIf(n, n > 1) AS repeat_views,"
            + " countIf(n = 1) AS unique_views FROM (SELECT course_key,"
            + " splitByString('/xblock/', object_id)[-1] AS video_id, actor_id,"
            + " arrayJoin(range(toUInt32(start_video_position + 1),"
            + " toUInt32(assumeNotNull(end_video_position) + 1))) AS second, count() AS n FROM"
            + " {r}.fact_video_watch_intervals FINAL WHERE course_key IN ({courses}) AND"
            + " end_video_position > start_video_position GROUP BY course_key, video_id, actor_id,"
            + " second) GROUP BY course_key, video_id, second");
  }
}
