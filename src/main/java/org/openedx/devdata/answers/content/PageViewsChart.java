package org.openedx.devdata.answers.content;

import java.util.List;
import org.openedx.devdata.answers.figure.AnswerTable;
import org.openedx.devdata.answers.figure.Cells;
import org.openedx.devdata.answers.figure.Moments;
import org.openedx.devdata.answers.figure.Packed;
import org.openedx.devdata.answers.figure.Rows;
import org.openedx.devdata.answers.figure.RunChart;
import org.openedx.devdata.answers.figure.SiteQuery;
import org.openedx.devdata.answers.life.Life;
import org.openedx.devdata.answers.life.RunFacts;
import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.world.BlockType;

/** Pages that learners navigate from, by day: views, learners, and those who came no more later. */
public final class PageViewsChart implements RunChart {

  private static final AnswerTable TABLE =
      new AnswerTable(
          "page_views",
          "pages by day: views, learners, and learners whose last day it is",
          List.of("course_key", "block_id", "day"),
          List.of("views", "learners", "last_learners"));

  private static final int VIEWS = 0;
  private static final int LEARNERS = 1;
  private static final int LAST = 2;
  private static final int BLOCK = 30;

  @Override
  public AnswerTable table() {
    return TABLE;
  }

  @Override
  public void count(Life life, Cells cells) {
    int[] lastDay = new int[life.run().shape().sequentials()];
    LifeLog log = life.log();
    for (int event = 0; event < log.count(); event++) {
      switch (log.type(event)) {
        case NEXT, PREVIOUS, TAB -> {
          int sequential = log.block(event);
          int day = Moments.dayOf(log.micros(event));
          long key = Packed.with(sequential, Packed.DAY, day);
          cells.add(key, VIEWS, 1);
          if (lastDay[sequential] != day) {
            cells.add(key, LEARNERS, 1);
            lastDay[sequential] = day;
          }
        }
        default -> {
          // Names no page.
        }
      }
    }
    for (int sequential = 0; sequential < lastDay.length; sequential++) {
      if (lastDay[sequential] != 0) {
        cells.add(Packed.with(sequential, Packed.DAY, lastDay[sequential]), LAST, 1);
      }
    }
  }

  @Override
  public void row(RunFacts run, long key, long[] figures, Rows rows) {
    rows.text(run.course());
    rows.text(run.key(BlockType.SEQUENTIAL, Packed.at(key, Packed.DAY, BLOCK)));
    rows.day(Packed.last(key, Packed.DAY));
    rows.number(figures[VIEWS]);
    rows.number(figures[LEARNERS]);
    rows.number(figures[LAST]);
    rows.end();
  }

  @Override
  public SiteQuery site() {
    return SiteQuery.of(
        List.of("{x}.navigation_events"),
        "SELECT course_key, block_id, day, sum(seen) AS views, count() AS learners,"
            + " countIf(day = last) AS last_learners FROM (SELECT course_key, block_id, actor_id,"
            + " toDate(emission_time) AS day, uniqExact(event_id) AS seen, max(day) OVER (PARTITION"
            + " BY course_key, block_id, actor_id) AS last FROM {x}.navigation_events WHERE"
            + " course_key IN ({courses}) AND startsWith(block_id, 'block-v1:') GROUP BY"
            + " course_key, block_id, actor_id, day) GROUP BY course_key, block_id, day");
  }
}
