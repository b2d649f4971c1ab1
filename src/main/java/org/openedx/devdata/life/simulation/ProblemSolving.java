package org.openedx.devdata.life.simulation;

import org.openedx.devdata.life.course.ProblemShape;
import org.openedx.devdata.life.event.EventType;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.Powers;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.QuestionBank;

/**
 * Answering of problems: a two-parameter response model with guessing, learning between attempts,
 * hints, and wrong answers that attract (learner-behaviour.md 5), and the grades that follow
 * (lms-learner-life.md 1.7). Stateless but for what it is given.
 */
final class ProblemSolving {

  private static final double LEARNT = 0.1;
  private static final double HINTED = 0.6;
  private static final double TRIES_AGAIN = 0.92;
  private static final double TOP_WRONG_ANSWER = 0.5;

  /** Share of the answers that are given without reading, and the seconds that such takes. */
  private static final double RAPID = 0.055;

  private static final double RAPID_SECONDS = 0.6;
  private static final double KNOWS_NOTHING = -6;

  private final Visit visit;
  private final GradeReport report;
  private final Regrading regrading;

  ProblemSolving(Visit visit, GradeReport report, Regrading regrading) {
    this.visit = visit;
    this.report = report;
    this.regrading = regrading;
  }

  /**
   * Works on a problem until it is right, no attempt is left, or the learner has had enough.
   *
   * @param due the moment from which on answers are refused; {@code Long.MAX_VALUE} for never
   * @param bits choose all of it
   */
  void solve(int problem, long due, long bits) {
    ProblemShape shape = visit.shape().problem(problem);
    double median = 22 + 14 * shape.parts() + (shape.guess() > 0 ? 0 : 35);
    double pace = visit.life().traits().speed();
    double knows = knowledge();
    double careless = careless();
    boolean right = false;
    boolean again = true;
    int tries = visit.life().persona().tries();
    int attempt = 0;
    long tried = 0;
    while (again) {
      attempt++;
      long choice = Draw.of(bits, attempt);
      boolean rapid = Draw.chance(Draw.of(choice, 7), careless);
      if (rapid) {
        visit.pass(RAPID_SECONDS, 0.3, Draw.of(choice, 0));
      } else {
        visit.pass(median * pace * (attempt == 1 ? 1 : 0.4), 0.75, Draw.of(choice, 0));
      }
      if (!rapid
          && attempt <= shape.hints() + 1
          && attempt > 1
          && Draw.chance(Draw.of(choice, 1), 0.25)) {
        visit.log(EventType.HINT_SHOWN, problem, Math.min(attempt - 1, shape.hints()));
        visit.pass(12, 0.6, Draw.of(choice, 2));
        knows += shape.hints() > 0 ? HINTED : 0;
      }
      if (visit.clock() >= due) {
        return;
      }
      long given = answers(shape, rapid ? KNOWS_NOTHING : knows, tried, choice);
      long answers = marked(problem, shape, given);
      right = answers == 0;
      submit(problem, shape, attempt, answers, tried, choice);
      tried = answers;
      knows += LEARNT;
      boolean left = (shape.attempts() == 0 || attempt < shape.attempts()) && attempt != tries;
      again = !right && left && Draw.chance(Draw.of(choice, 3), TRIES_AGAIN);
    }
    boolean finished = right || attempt == shape.attempts();
    if (finished && Draw.chance(Draw.of(bits, 100), right ? 0.1 : 0.7)) {
      visit.pass(6, 0.7, Draw.of(bits, 101));
      visit.log(EventType.ANSWER_SHOWN, problem);
    }
  }

  /** The answers as the key of the problem has them, which may be wrong. */
  private long marked(int problem, ProblemShape shape, long given) {
    boolean wrongKey = visit.shape().history().isKeyWrong(problem, visit.clock());
    regrading.note(problem, wrongKey, shape.pointsOf(given));
    return wrongKey ? shape.refused(given) : given;
  }

  /** Chance of an answer without reading: larger for those who do not care for grades. */
  private double careless() {
    double unconcerned = 1.7 - visit.life().persona().graded();
    return RAPID * unconcerned * Powers.exp(-0.5 * visit.life().traits().diligence());
  }

  private double knowledge() {
    return visit.shape().habits().ability()
        + visit.shape().habits().abilitySd() * visit.life().traits().ability();
  }

  /** The answers to all parts, four bits each: 0 for the right one. */
  private static long answers(ProblemShape shape, double knows, long tried, long choice) {
    long answers = 0;
    for (int part = 0; part < shape.parts(); part++) {
      long bits = Draw.of(choice, 16 + part);
      int before = (int) (tried >> 4 * part) & 15;
      if (tried != 0 && before == 0) {
        continue; // What was right stays.
      }
      double odds = shape.discrimination() * (knows - shape.difficulty());
      double chance = shape.guess() + (1 - shape.guess()) / (1 + Powers.exp(-odds));
      if (!Draw.chance(Draw.of(bits, 0), chance)) {
        answers |= (long) wrong(shape.question(part), before, bits) << 4 * part;
      }
    }
    return answers;
  }

  /** The number of a wrong answer, from 1: one attracts half of those who are wrong. */
  private static int wrong(QuestionBank.Question question, int before, long bits) {
    int all = question.wrong().size();
    if (all == 1) {
      return 1;
    }
    int picked =
        Draw.chance(Draw.of(bits, 1), TOP_WRONG_ANSWER)
            ? 1
            : 2 + Draw.below(Draw.of(bits, 2), all - 1);
    // The answer that was just wrong is not given again, where there is another.
    return picked == before ? picked % all + 1 : picked;
  }

  private void submit(
      int problem, ProblemShape shape, int attempt, long answers, long tried, long choice) {
    visit.log(EventType.ANSWER_SENT, problem, attempt, 0, 0, answers);
    visit.pass(0.25, 0.5, Draw.of(choice, 4));
    int points = shape.pointsOf(answers);
    visit.log(EventType.ANSWER_MARKED, problem, attempt, points, (int) tried, answers);
    visit.logAfter(0.04, EventType.BLOCK_COMPLETED, problem, BlockType.PROBLEM.ordinal(), 0);
    double delay = 2 + Draw.unit(Draw.of(choice, 5)) * 3;
    report.score(problem, points, delay, false);
    // The next answer comes when this one is graded.
    visit.pass(delay + 0.5);
    visit.pass(1.5, 0.5, Draw.of(choice, 6));
  }
}
