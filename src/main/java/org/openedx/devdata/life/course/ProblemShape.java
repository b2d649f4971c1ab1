package org.openedx.devdata.life.course;

import org.openedx.devdata.life.habit.Habits;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.Powers;
import org.openedx.devdata.random.Quantile;
import org.openedx.devdata.world.QuestionBank;

/**
 * A problem as learners meet it, with the parameters of a two-parameter response model
 * (learner-behaviour.md 5.1). Immutable.
 *
 * @param key the key of its block
 * @param parts number of its questions
 * @param points points for all of them
 * @param attempts how often it may be answered; 0 for without end
 * @param hints how many hints it has
 * @param difficulty in logits
 * @param discrimination the slope
 * @param guess probability of a right answer by chance, to one part
 */
public record ProblemShape(
    long key,
    int parts,
    int points,
    int attempts,
    int hints,
    double difficulty,
    double discrimination,
    double guess) {

  private static final double SEVERAL_PARTS = 0.12;
  private static final int[] ATTEMPTS = {0, 0, 0, 1, 2, 3, 3, 4, 5, 5};
  private static final int MAXIMUM_POINTS = 4;
  private static final double EXAM = 0.5;
  private static final double TOO_HARD = 7;

  static ProblemShape of(long key, boolean inExam, Habits habits) {
    long bits = Draw.of(key, 16);
    int parts =
        Draw.chance(Draw.of(bits, 0), SEVERAL_PARTS) ? 2 + Draw.below(Draw.of(bits, 1), 3) : 1;
    return new ProblemShape(
        key,
        parts,
        parts > 1 ? parts : 1 + Draw.below(Draw.of(key, 10), MAXIMUM_POINTS),
        inExam ? 1 : ATTEMPTS[Draw.below(Draw.of(bits, 2), ATTEMPTS.length)],
        Draw.chance(Draw.of(bits, 3), 0.15) ? 1 + Draw.below(Draw.of(bits, 4), 3) : 0,
        Quantile.normal(Draw.openUnit(Draw.of(bits, 5)), habits.difficulty(), habits.difficultySd())
            + (inExam ? EXAM : 0),
        Powers.exp(Quantile.normal(Draw.openUnit(Draw.of(bits, 6)), -0.1, 0.4)),
        QuestionBank.of(key, 0).guess());
  }

  /** The same problem, so hard that knowledge does not help. */
  ProblemShape tooHard(Habits habits) {
    return new ProblemShape(
        key, parts, points, attempts, hints, habits.difficulty() + TOO_HARD, discrimination, guess);
  }

  /** Points of answers, four bits each; those that are partly right earn points for their parts. */
  public int pointsOf(long answers) {
    if (answers == 0) {
      return points;
    }
    if (parts == 1) {
      return 0;
    }
    int right = 0;
    for (int part = 0; part < parts; part++) {
      right += (answers >> 4 * part & 15) == 0 ? 1 : 0;
    }
    return right;
  }

  /** The answers of which the right ones are marked as wrong, four bits each. */
  public long refused(long answers) {
    long refused = answers;
    for (int part = 0; part < parts; part++) {
      if ((answers >> 4 * part & 15) == 0) {
        refused |= (long) QuestionBank.REFUSED << 4 * part;
      }
    }
    return refused;
  }

  /** The question of a part, from 0. */
  public QuestionBank.Question question(int part) {
    return QuestionBank.of(key, part);
  }
}
