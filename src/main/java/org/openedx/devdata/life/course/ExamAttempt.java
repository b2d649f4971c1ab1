package org.openedx.devdata.life.course;

import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.Uuids;

/**
 * Attempt at a timed exam.
 *
 * @param number of the attempt on the site
 * @param codeHigh upper half of its code, a UUID
 * @param codeLow lower half of it
 */
public record ExamAttempt(int number, long codeHigh, long codeLow) {

  /** Display name of a timed exam. */
  public static final String EXAM = "Final Exam";

  /** The attempt at the exam of a sequential that is made in a session. */
  public static ExamAttempt of(long session, int sequential) {
    long key = Draw.of(session, 1 << 20 | sequential);
    return new ExamAttempt(
        1 + Draw.below(Draw.of(key, 0), Integer.MAX_VALUE),
        Uuids.high4(Draw.of(key, 1)),
        Uuids.low(Draw.of(key, 2)));
  }
}
