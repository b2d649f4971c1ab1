package org.openedx.devdata.answers.life;

import org.openedx.devdata.life.event.EventType;
import org.openedx.devdata.life.event.LifeLog;

/** Problems that a learner has answered, with the last answer. Mutable; of the life looked at. */
public final class Answered implements Digest {

  private final RunFacts run;
  private final Touched touched = new Touched();
  private final int[] attempts;
  private final int[] points;
  private final long[] answers;

  Answered(RunFacts run, int problems) {
    this.run = run;
    this.attempts = new int[problems];
    this.points = new int[problems];
    this.answers = new long[problems];
  }

  @Override
  public void clear() {
    touched.clear();
  }

  @Override
  public void see(LifeLog log, int event) {
    if (log.type(event) == EventType.ANSWER_MARKED) {
      int problem = log.block(event);
      touched.note(problem);
      attempts[problem] = log.first(event);
      points[problem] = log.second(event);
      answers[problem] = log.packed(event);
    }
  }

  /** The problems, the least first. */
  public int[] problems() {
    return touched.all();
  }

  /** Number of the last attempt. */
  public int attempts(int problem) {
    return attempts[problem];
  }

  /** Points for the last answer. */
  public int points(int problem) {
    return points[problem];
  }

  /**
   * Returns whether a part of the last answer is right; part 0 is the whole problem, as statements
   * report it, others from 1.
   */
  public boolean isRight(int problem, int part) {
    return isRight(answers[problem], part);
  }

  /**
   * Returns whether a part of an answer is right. A problem of several questions is reported as
   * right when its first question is, on a live site as in these statements.
   *
   * @param answers four bits for each part, 0 for right
   * @param part 0 for the whole problem, others from 1
   */
  public static boolean isRight(long answers, int part) {
    return (answers >> 4 * Math.max(0, part - 1) & 15) == 0;
  }

  /** Counts the problems of each sequential. */
  void count(int[] counts) {
    touched.countByHome(run.shape()::home, counts);
  }
}
