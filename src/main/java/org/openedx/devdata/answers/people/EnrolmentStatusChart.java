package org.openedx.devdata.answers.people;

import java.util.List;
import org.openedx.devdata.answers.figure.AnswerTable;
import org.openedx.devdata.answers.figure.Cells;
import org.openedx.devdata.answers.figure.Packed;
import org.openedx.devdata.answers.figure.Rows;
import org.openedx.devdata.answers.figure.RunChart;
import org.openedx.devdata.answers.figure.SiteQuery;
import org.openedx.devdata.answers.life.Life;
import org.openedx.devdata.answers.life.RunFacts;
import org.openedx.devdata.answers.life.Standing;

/**
 * Learners by track and the day of their last change: enrolments a track, the cumulative ones, and,
 * all together, the current enrollees.
 */
public final class EnrolmentStatusChart implements RunChart {

  private static final AnswerTable TABLE =
      new AnswerTable(
          "enrolment_status",
          "learners by track, status and the day of their last change",
          List.of("course_key", "mode", "status", "day"),
          List.of("learners"));

  @Override
  public AnswerTable table() {
    return TABLE;
  }

  @Override
  public void count(Life life, Cells cells) {
    Standing standing = life.standing();
    if (standing.hasEnrolled()) {
      long key = Packed.with(standing.mode(), 1, standing.isRegistered() ? 1 : 0);
      cells.count(Packed.with(key, Packed.DAY, standing.dayOfChange()));
    }
  }

  @Override
  public void row(RunFacts run, long key, long[] figures, Rows rows) {
    rows.text(run.course());
    rows.text(run.mode(Packed.at(key, 1 + Packed.DAY, Packed.MODE)));
    rows.text(Status.of(Packed.at(key, Packed.DAY, 1) == 1));
    rows.day(Packed.last(key, Packed.DAY));
    rows.number(figures[0]);
    rows.end();
  }

  @Override
  public SiteQuery site() {
    return SiteQuery.of(
        List.of("{r}.dim_most_recent_enrollment"),
        "SELECT course_key, enrollment_mode AS mode, enrollment_status AS status,"
            + " toDate(emission_time) AS day, uniqExact(actor_id) AS learners FROM"
            + " {r}.dim_most_recent_enrollment FINAL WHERE course_key IN ({courses})"
            + " GROUP BY course_key, mode, status, day");
  }
}
