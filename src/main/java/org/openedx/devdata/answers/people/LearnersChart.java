package org.openedx.devdata.answers.people;

import java.util.List;
import org.openedx.devdata.answers.figure.AnswerTable;
import org.openedx.devdata.answers.figure.LearnerChart;
import org.openedx.devdata.answers.figure.Rows;
import org.openedx.devdata.answers.figure.SiteQuery;
import org.openedx.devdata.answers.figure.SiteStatus;
import org.openedx.devdata.answers.life.Life;
import org.openedx.devdata.answers.life.Standing;

/** Learners of course runs, one by one: from these rows figures of any moment can be had. */
public final class LearnersChart implements LearnerChart {

  private static final AnswerTable TABLE =
      new AnswerTable(
          "learners",
          "each learner of each run: enrolment, grade, last visit",
          List.of("course_key", "actor_id"),
          List.of(
              "mode", "status", "changed", "course_grade", "shown_grade", "state", "last_visit"));

  @Override
  public AnswerTable table() {
    return TABLE;
  }

  @Override
  public void write(Life life, Rows rows) {
    Standing standing = life.standing();
    if (!standing.hasEnrolled()) {
      return;
    }
    rows.text(life.run().course());
    rows.text(life.actor());
    rows.text(life.run().mode(standing.mode()));
    rows.text(Status.of(standing.isRegistered()));
    rows.moment(standing.changed());
    if (standing.isGraded()) {
      rows.number(standing.grade());
    } else {
      rows.text("");
    }
    rows.number(standing.shownGrade());
    rows.text(standing.isPassed() ? "passed" : "failed");
    if (standing.hasVisited()) {
      rows.moment(standing.lastVisit());
    } else {
      rows.text("");
    }
    rows.end();
  }

  /** Reports do not keep the moment of a change, nor whether there was a grade. */
  @Override
  public SiteQuery site() {
    return SiteQuery.of(
            SiteStatus.TABLES,
            "SELECT s.course_key AS course_key, s.actor_id AS actor_id, s.enrollment_mode AS mode,"
                + " s.enrollment_status AS status, toInt64(round(s.course_grade * 100)) AS"
                + " shown_grade, s.approving_state AS state, if(v.last = 0, '',"
                + " formatDateTime(toDateTime(v.last, 'UTC'), '%Y-%m-%d %H:%i:%S')) AS last_visit FROM"
                + " {r}.dim_student_status AS s LEFT JOIN (SELECT course_key, actor_id,"
                + " toUnixTimestamp(max(emission_time)) AS last FROM"
                + " {r}.dim_learner_last_course_visit GROUP BY course_key, actor_id) AS v ON"
                + " s.course_key = v.course_key AND s.actor_id = v.actor_id WHERE s.course_key IN"
                + " ({courses})")
        .with("mode", "status", "shown_grade", "state", "last_visit");
  }
}
