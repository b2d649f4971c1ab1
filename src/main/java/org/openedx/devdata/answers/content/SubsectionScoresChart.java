package org.openedx.devdata.answers.content;

import java.util.List;
import org.openedx.devdata.answers.figure.AnswerTable;
import org.openedx.devdata.answers.figure.Cells;
import org.openedx.devdata.answers.figure.Packed;
import org.openedx.devdata.answers.figure.Rows;
import org.openedx.devdata.answers.figure.RunChart;
import org.openedx.devdata.answers.life.Answered;
import org.openedx.devdata.answers.life.Life;
import org.openedx.devdata.answers.life.RunFacts;
import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.world.BlockType;

/**
 * Learners of graded subsections by the range of their mean score: over the problems that they have
 * answered, of the last answer.
 */
public final class SubsectionScoresChart implements RunChart {

  private static final AnswerTable TABLE =
      new AnswerTable(
          "subsection_scores",
          "learners of graded subsections by the range of their mean score",
          List.of("course_key", "subsection_id", "score_range"),
          List.of("learners"));

  private static final List<String> RANGES =
      List.of("0%", "1-30%", "31-50%", "51-70%", "71-90%", ">90%");

  private static final int[] LIMITS = {0, 30, 50, 70, 90};
  private static final int RANGE = 3;

  /** All numbers of points divide it, so that means are compared without fractions. */
  private static final int WHOLE = 12;

  @Override
  public AnswerTable table() {
    return TABLE;
  }

  @Override
  public void count(Life life, Cells cells) {
    CourseShape shape = life.run().shape();
    Answered answered = life.answered();
    long[] scores = new long[shape.sequentials()];
    int[] problems = new int[shape.sequentials()];
    for (int problem : answered.problems()) {
      int home = shape.home(problem);
      if (home != CourseShape.NOWHERE) {
        scores[home] += (long) answered.points(problem) * WHOLE / shape.problem(problem).points();
        problems[home]++;
      }
    }
    for (int i = 0; i < problems.length; i++) {
      if (problems[i] > 0 && shape.assignment(i) != CourseShape.UNGRADED) {
        cells.count(Packed.with(i, RANGE, range(scores[i], problems[i])));
      }
    }
  }

  private static int range(long scores, int problems) {
    int range = 0;
    for (int limit : LIMITS) {
      range += scores * 100 > (long) limit * WHOLE * problems ? 1 : 0;
    }
    return range;
  }

  @Override
  public void row(RunFacts run, long key, long[] figures, Rows rows) {
    rows.text(run.course());
    rows.text(run.key(BlockType.SEQUENTIAL, (int) (key >> RANGE)));
    rows.text(RANGES.get(Packed.last(key, RANGE)));
    rows.number(figures[0]);
    rows.end();
  }
}
