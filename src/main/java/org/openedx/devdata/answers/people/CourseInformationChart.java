package org.openedx.devdata.answers.people;

import java.util.List;
import org.openedx.devdata.answers.figure.AnswerTable;
import org.openedx.devdata.answers.figure.Cells;
import org.openedx.devdata.answers.figure.Rows;
import org.openedx.devdata.answers.figure.RunChart;
import org.openedx.devdata.answers.figure.SiteQuery;
import org.openedx.devdata.answers.figure.SiteStatus;
import org.openedx.devdata.answers.life.Life;
import org.openedx.devdata.answers.life.RunFacts;
import org.openedx.devdata.answers.life.Standing;

/**
 * Facts of a course run: who is active or at risk when the world ends, who passes, mean and median
 * grade over all who ever enrolled.
 */
public final class CourseInformationChart implements RunChart {

  private static final AnswerTable TABLE =
      new AnswerTable(
          "course_information",
          "learners, those active in the last seven days, at risk and passing; grades",
          List.of("course_key"),
          List.of(
              "learners",
              "registered",
              "active",
              "at_risk",
              "passed",
              "sum_of_grades",
              "median_grade"));

  /** Keys up to 100 are grades in percent; the figures of the others are sums. */
  private static final int STATES = 1_000;

  private static final int REGISTERED = 0;
  private static final int ACTIVE = 1;
  private static final int AT_RISK = 2;
  private static final int PASSED = 3;

  @Override
  public AnswerTable table() {
    return TABLE;
  }

  @Override
  public void count(Life life, Cells cells) {
    Standing standing = life.standing();
    if (!standing.hasEnrolled()) {
      return;
    }
    cells.count(standing.shownGrade());
    cells.add(STATES, REGISTERED, standing.isRegistered() ? 1 : 0);
    cells.add(STATES, ACTIVE, standing.isActive() ? 1 : 0);
    cells.add(STATES, AT_RISK, standing.isAtRisk() ? 1 : 0);
    cells.add(STATES, PASSED, standing.isPassed() ? 1 : 0);
  }

  @Override
  public void write(RunFacts run, Cells cells, Rows rows) {
    long[] learners = {0};
    long[] sum = {0};
    cells.read(
        (key, figures) -> {
          if (key < STATES) {
            learners[0] += figures[0];
            sum[0] += key * figures[0];
          }
        });
    if (learners[0] == 0) {
      return;
    }
    rows.text(run.course());
    rows.number(learners[0]);
    rows.number(cells.of(STATES, REGISTERED));
    rows.number(cells.of(STATES, ACTIVE));
    rows.number(cells.of(STATES, AT_RISK));
    rows.number(cells.of(STATES, PASSED));
    rows.number(sum[0]);
    rows.text(median(cells, learners[0]));
    rows.end();
  }

  /** The median in percent; between two grades their mean. */
  private static String median(Cells cells, long learners) {
    int twice = at(cells, (learners - 1) / 2) + at(cells, learners / 2);
    return twice / 2 + (twice % 2 == 0 ? "" : ".5");
  }

  /** The grade of the n-th learner, from 0, in order of grades. */
  private static int at(Cells cells, long n) {
    long before = 0;
    for (int grade = 0; grade < STATES; grade++) {
      before += cells.of(grade, 0);
      if (before > n) {
        return grade;
      }
    }
    throw new IllegalArgumentException("no learner " + n);
  }

  @Override
  public SiteQuery site() {
    return SiteQuery.of(
        SiteStatus.TABLES,
        "SELECT course_key, uniqExact(actor_id) AS learners, uniqExactIf(actor_id,"
            + " enrollment_status = 'registered') AS registered, uniqExactIf(actor_id, active) AS"
            + " active, uniqExactIf(actor_id, at_risk) AS at_risk, uniqExactIf(actor_id,"
            + " approving_state = 'passed') AS passed, sum(toInt64(round(course_grade * 100))) AS"
            + " sum_of_grades, quantileExactInclusive(0.5)(round(course_grade * 100)) AS median_grade"
            + " FROM ("
            + SiteStatus.STATUS
            + ") GROUP BY course_key");
  }
}
