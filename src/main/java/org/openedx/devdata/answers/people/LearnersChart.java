package org.openedx.devdata.answers.people;

import java.util.List;
import org.openedx.devdata.answers.figure.AnswerTable;
import org.openedx.devdata.answers.figure.LearnerChart;
import org.openedx.devdata.answers.figure.Rows;
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
}
