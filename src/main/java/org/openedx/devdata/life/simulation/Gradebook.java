package org.openedx.devdata.life.simulation;

import java.util.Arrays;
import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.life.course.GradingPolicy;

/**
 * Scores and grades of one learner in one run, by the platform's formulas (lms-learner-life.md 1).
 * Mutable, not thread-safe.
 */
final class Gradebook {

  private static final int NO_ANSWER = -1;

  private final CourseShape shape;

  /** Points of the last answer to each problem; {@link #NO_ANSWER} without one. */
  private final int[] scores;

  private final double[] earned;

  /** Points of the problems of each sequential, when it was graded last. */
  private final double[] possible;

  /** Moments of the first answers in the sequentials, microseconds since 1970; 0 for none. */
  private final long[] begun;

  private int percent;
  private boolean any;
  private boolean passed;

  Gradebook(CourseShape shape) {
    this.shape = shape;
    this.scores = new int[shape.problems(0, shape.units())];
    this.earned = new double[shape.sequentials()];
    this.possible = new double[shape.sequentials()];
    this.begun = new long[shape.sequentials()];
  }

  void clear() {
    Arrays.fill(scores, NO_ANSWER);
    Arrays.fill(earned, 0);
    for (int i = 0; i < possible.length; i++) {
      possible[i] = shape.possible(i);
    }
    Arrays.fill(begun, 0);
    percent = 0;
    any = false;
    passed = false;
  }

  /** Its contents, to be taken up again later, in a run that its authors do not change. */
  Marks marks() {
    int problems = 0;
    for (int score : scores) {
      problems += score > 0 ? 1 : 0;
    }
    int sequentials = 0;
    for (long moment : begun) {
      sequentials += moment != 0 ? 1 : 0;
    }
    Marks marks =
        new Marks(
            new int[problems],
            new int[problems],
            new int[sequentials],
            new long[sequentials],
            percent,
            any,
            passed);
    for (int problem = 0, i = 0; problem < scores.length; problem++) {
      if (scores[problem] > 0) {
        marks.problems()[i] = problem;
        marks.points()[i++] = scores[problem];
      }
    }
    for (int sequential = 0, i = 0; sequential < begun.length; sequential++) {
      if (begun[sequential] != 0) {
        marks.sequentials()[i] = sequential;
        marks.begun()[i++] = begun[sequential];
      }
    }
    return marks;
  }

  /** Takes contents up that there were before. */
  void restore(Marks marks) {
    clear();
    for (int i = 0; i < marks.problems().length; i++) {
      int problem = marks.problems()[i];
      scores[problem] = marks.points()[i];
      earned[shape.home(problem)] += scores[problem];
    }
    for (int i = 0; i < marks.sequentials().length; i++) {
      begun[marks.sequentials()[i]] = marks.begun()[i];
    }
    percent = marks.percent();
    any = marks.any();
    passed = marks.passed();
  }

  /**
   * Takes the points of an answer, which replace those of the answer before.
   *
   * @param moment of the answer, microseconds since 1970
   * @param now the run as it is then
   */
  void score(int problem, int points, long moment, CourseShape now) {
    int home = now.home(problem);
    begun[home] = begun[home] == 0 ? moment : begun[home];
    earned[home] += points - Math.max(0, scores[problem]);
    scores[problem] = points;
    if (shape.history().isChanging()) {
      grade(home, now);
    }
    any = true;
    if (shape.assignment(home) != CourseShape.UNGRADED) {
      percent = computed();
    }
  }

  /** Grades a sequential by what it has now; those that lost or got a unit keep their grades. */
  private void grade(int sequential, CourseShape now) {
    earned[sequential] = 0;
    for (int problem = 0; problem < scores.length; problem++) {
      earned[sequential] += now.home(problem) == sequential ? Math.max(0, scores[problem]) : 0;
    }
    possible[sequential] = now.possible(sequential);
  }

  /** Returns whether a problem was answered. */
  boolean isAnswered(int problem) {
    return scores[problem] != NO_ANSWER;
  }

  /** Points of the problems of a sequential, when it was graded last. */
  int possible(int sequential) {
    return (int) possible[sequential];
  }

  /** Points that are earned in a sequential. */
  int earned(int sequential) {
    return (int) earned[sequential];
  }

  /** The moment of the first answer in a sequential, microseconds since 1970. */
  long begun(int sequential) {
    return begun[sequential];
  }

  /** Returns whether anything was scored. */
  boolean hasAny() {
    return any;
  }

  /** Returns whether the course was ever passed. */
  boolean hasPassed() {
    return passed;
  }

  /** Notes that the course is passed; true for the first time. */
  boolean pass() {
    boolean first = !passed;
    passed = true;
    return first;
  }

  /** The course grade in percent. */
  int percent() {
    return percent;
  }

  private int computed() {
    GradingPolicy policy = shape.policy();
    double sum = 0;
    for (int type = 0; type < policy.types().size(); type++) {
      sum += average(type, policy.types().get(type).drops()) * policy.types().get(type).weight();
    }
    return GradingPolicy.percent(sum);
  }

  /** The mean grade of the subsections of a type, without the lowest ones. */
  private double average(int type, int drops) {
    double sum = 0;
    int count = 0;
    double lowest = 1;
    for (int sequential : shape.graded(type)) {
      double grade = GradingPolicy.subsection(earned[sequential], possible[sequential]);
      sum += grade;
      lowest = Math.min(lowest, grade);
      count++;
    }
    // A policy of ours drops one at most.
    return count <= drops ? 0 : (sum - (drops > 0 ? lowest : 0)) / (count - drops);
  }
}
