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

/** Statements and course runs of each hour in which there is any. */
public final class ActiveCoursesChart implements WorldChart {

  private static final AnswerTable TABLE =
      new AnswerTable(
          "active_courses",
          "statements and course runs of each hour",
          List.of("hour"),
          List.of("statements", "courses"));

  @Override
  public AnswerTable table() {
    return TABLE;
  }

  @Override
  public void count(Life life, Cells cells, Presence present) {
    int run = life.run().shape().run().index();
    LifeLog log = life.log();
    for (int event = 0; event < log.count(); ) {
      int hour = Moments.hourOf(log.micros(event));
      long statements = 0;
      for (; event < log.count() && Moments.hourOf(log.micros(event)) == hour; event++) {
        statements += life.statements(event);
      }
      cells.add(hour, 0, statements);
      present.note(hour, run);
    }
  }

  @Override
  public void write(Cells cells, Presence present, Rows rows) {
    cells.read(
        (hour, figures) -> {
          rows.text(Moments.hour(hour));
          rows.number(figures[0]);
          rows.number(present.count(hour));
          rows.end();
        });
  }

  @Override
  public SiteQuery site() {
    return SiteQuery.of(
        List.of("{x}.xapi_events_all_parsed"),
        "SELECT toStartOfHour(emission_time) AS hour, uniqExact(event_id) AS statements,"
            + " uniqExact(course_key) AS courses FROM {x}.xapi_events_all_parsed WHERE course_key"
            + " IN ({courses}) GROUP BY hour");
  }
}
