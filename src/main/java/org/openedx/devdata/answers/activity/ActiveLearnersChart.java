package org.openedx.devdata.answers.activity;

import java.util.List;
import org.openedx.devdata.answers.figure.AnswerTable;
import org.openedx.devdata.answers.figure.Cells;
import org.openedx.devdata.answers.figure.Moments;
import org.openedx.devdata.answers.figure.Presence;
import org.openedx.devdata.answers.figure.Rows;
import org.openedx.devdata.answers.figure.SiteQuery;
import org.openedx.devdata.answers.figure.WorldChart;
import org.openedx.devdata.answers.life.Life;
import org.openedx.devdata.life.event.LifeLog;

/** Statements and learners of each day, over all course runs. */
public final class ActiveLearnersChart implements WorldChart {

  private static final AnswerTable TABLE =
      new AnswerTable(
          "active_learners",
          "statements and learners of each day",
          List.of("day"),
          List.of("statements", "learners"));

  @Override
  public AnswerTable table() {
    return TABLE;
  }

  @Override
  public void count(Life life, Cells cells, Presence present) {
    LifeLog log = life.log();
    for (int event = 0; event < log.count(); ) {
      int day = Moments.dayOf(log.micros(event));
      long statements = 0;
      for (; event < log.count() && Moments.dayOf(log.micros(event)) == day; event++) {
        statements += life.statements(event);
      }
      cells.add(day, 0, statements);
      present.note(day, life.learner());
    }
  }

  @Override
  public void write(Cells cells, Presence present, Rows rows) {
    cells.read(
        (day, figures) -> {
          rows.day(day);
          rows.number(figures[0]);
          rows.number(present.count(day));
          rows.end();
        });
  }

  @Override
  public SiteQuery site() {
    return SiteQuery.of(
        List.of("{x}.xapi_events_all_parsed"),
        "SELECT toDate(emission_time) AS day, uniqExact(event_id) AS statements,"
            + " uniqExact(actor_id) AS learners FROM {x}.xapi_events_all_parsed WHERE course_key"
            + " IN ({courses}) GROUP BY day");
  }
}
