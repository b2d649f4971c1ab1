package org.openedx.devdata.answers.people;

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
import org.openedx.devdata.life.event.EventType;

/** Changes of enrolments by day and mode, as operators see them. */
public final class EnrolmentsChart implements RunChart {

  private static final AnswerTable TABLE =
      new AnswerTable(
          "enrolments",
          "changes of enrolments by day and mode",
          List.of("course_key", "day", "mode", "status"),
          List.of("events"));

  @Override
  public AnswerTable table() {
    return TABLE;
  }

  @Override
  public void count(Life life, Cells cells) {
    for (int event = 0; event < life.log().count(); event++) {
      EventType type = life.log().type(event);
      switch (type) {
        case ENROLLED, MODE_CHANGED, UNENROLLED -> {
          long day = Moments.dayOf(life.log().micros(event));
          long key = Packed.with(day, Packed.MODE, life.log().first(event));
          cells.count(Packed.with(key, 1, type == EventType.UNENROLLED ? 0 : 1));
        }
        default -> {
          // Changes no enrolment.
        }
      }
    }
  }

  @Override
  public void row(RunFacts run, long key, long[] figures, Rows rows) {
    rows.text(run.course());
    rows.day(Packed.at(key, 1 + Packed.MODE, Packed.DAY));
    rows.text(run.mode(Packed.at(key, 1, Packed.MODE)));
    rows.text(Status.of(Packed.last(key, 1) == 1));
    rows.number(figures[0]);
    rows.end();
  }

  @Override
  public SiteQuery site() {
    return SiteQuery.of(
        List.of("{x}.enrollment_events"),
        "SELECT course_key, toDate(emission_time) AS day, enrollment_mode AS mode,"
            + " enrollment_status AS status, uniqExact(event_id) AS events FROM"
            + " {x}.enrollment_events WHERE course_key IN ({courses})"
            + " GROUP BY course_key, day, mode, status");
  }
}
