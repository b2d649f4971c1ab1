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

/** Distribution of course grades, with those who pass. */
public final class GradesChart implements RunChart {

  private static final AnswerTable TABLE =
      new AnswerTable(
          "grades",
          "learners by bucket of their course grade",
          List.of("course_key", "grade_bucket"),
          List.of("learners", "passed", "at_risk"));

  private static final int LEARNERS = 0;
  private static final int PASSED = 1;
  private static final int AT_RISK = 2;
  private static final int BUCKET = 10;
  private static final int LAST = 9;

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
    int bucket = Math.min(LAST, standing.shownGrade() / BUCKET);
    cells.add(bucket, LEARNERS, 1);
    cells.add(bucket, PASSED, standing.isPassed() ? 1 : 0);
    cells.add(bucket, AT_RISK, standing.isAtRisk() ? 1 : 0);
  }

  @Override
  public void row(RunFacts run, long bucket, long[] figures, Rows rows) {
    rows.text(run.course());
    rows.text(
        bucket == LAST
            ? "90-100%"
            : "%d-%d%%".formatted(bucket * BUCKET, bucket * BUCKET + BUCKET - 1));
    rows.number(figures[LEARNERS]);
    rows.number(figures[PASSED]);
    rows.number(figures[AT_RISK]);
    rows.end();
  }

  @Override
  public SiteQuery site() {
    return SiteQuery.of(
        SiteStatus.TABLES,
        "SELECT course_key, grade_bucket, uniqExact(actor_id) AS learners,"
            + " uniqExactIf(actor_id, approving_state = 'passed') AS passed,"
            + " uniqExactIf(actor_id, at_risk) AS at_risk FROM ("
            + SiteStatus.STATUS
            + ") GROUP BY course_key, grade_bucket");
  }
}
