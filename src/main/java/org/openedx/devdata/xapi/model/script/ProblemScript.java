package org.openedx.devdata.xapi.model.script;

import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.Outline;
import org.openedx.devdata.world.QuestionBank;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementType;
import org.openedx.devdata.xapi.model.allot.Portions;

/**
 * The problems of a visit: which one is worked on, how often it was tried, and how well it goes.
 * Success, score and response always agree. A sitting has a stretch of problems that its learner
 * answers in no other visit: attempts are numbered from 1, and none follows a right one. Not
 * thread-safe.
 */
final class ProblemScript {

  private static final int MAX_POINTS = 4;
  private static final double GIVES_UP = 0.25;

  private Outline outline;
  private double ability;
  private int problem;
  private long key;
  private int end;
  private int answersLeft;
  private int attempt;
  private boolean sent;
  private boolean right;

  /** Points of the last answer, and whether it has any. */
  private int raw;

  private boolean marked;
  private int question;
  private int wrongQuestions;

  void begin(Outline ofRun, double place, double ofLearner) {
    outline = ofRun;
    ability = ofLearner;
    int problems = outline.count(BlockType.PROBLEM);
    if (problems > 0) {
      int near = (int) (place * problems);
      sit(near, near + 1, 0);
    }
  }

  /**
   * Makes the visit a sitting.
   *
   * @param first the first problem of its stretch
   * @param after the problem after the last
   * @param answers how many statements will say how an answer was marked
   */
  void sit(int first, int after, int answers) {
    end = after;
    answersLeft = answers;
    sent = false;
    turnTo(first);
  }

  void fill(StatementData data, long bits) {
    switch (data.type) {
      case BROWSER_PROBLEM_CHECK -> {
        choose(bits);
        sent = true;
      }
      case SHOW_HINT -> data.number = 1 + Draw.below(bits, 3);
      case MULTI_QUESTION_PROBLEM_CHECK -> whole(data, bits);
      case QUESTION_CHECK -> question(data, bits);
      case BLOCK_COMPLETED -> {
        data.kind = Words.PROBLEM;
        data.success = Draw.chance(bits, 0.95);
      }
      case PROBLEM_SUBMITTED -> submit(data, bits);
      case SERVER_PROBLEM_CHECK, SERVER_PROBLEM_CHECK_UNTYPED -> answer(data, bits);
      default -> {
        // An answer is shown: of the problem that is worked on.
      }
    }
    data.blockName = outline.idText(BlockType.PROBLEM, problem);
    VisitScript.block(data, key);
  }

  /** Goes on to the next problem of the stretch when this one is done, or given up. */
  private void choose(long bits) {
    boolean tried = attempt > 0 || marked;
    if (problem + 1 < end && (right || tried && Draw.chance(Draw.of(bits, 0), GIVES_UP))) {
      turnTo(problem + 1);
    }
  }

  /** Begins an answer, to a problem that was not answered rightly yet. */
  private void begin(long bits) {
    if (!sent || right) {
      choose(bits);
    }
    sent = false;
    answersLeft--;
  }

  /**
   * Returns whether an answer may be right: not while more must follow and there is no other
   * problem.
   */
  private boolean mayBeRight() {
    return answersLeft <= 0 || problem + 1 < end;
  }

  /** The grade of the answer before, or of one that no other statement reports. */
  private void submit(StatementData data, long bits) {
    if (marked) {
      answersLeft--;
    } else {
      begin(bits);
      mark(bits);
    }
    score(data);
  }

  private void answer(StatementData data, long bits) {
    begin(bits);
    attempt++;
    mark(bits);
    score(data);
    QuestionBank.Question asked = QuestionBank.of(key);
    data.number = attempt;
    data.kind = asked.kind();
    data.text =
        data.type == StatementType.SERVER_PROBLEM_CHECK_UNTYPED
            ? QuestionBank.name(key)
            : asked.text();
    data.otherText = asked.answer(data.success, Draw.of(bits, 2));
  }

  /** The problem as a whole: its success and response are those of its first question. */
  private void whole(StatementData data, long bits) {
    int questions = Portions.STATEMENTS_OF_A_GROUP - 1;
    begin(bits);
    attempt++;
    question = 0;
    wrongQuestions = mayBeRight() ? 0 : 1;
    for (int i = 0; i < questions; i++) {
      wrongQuestions |= Draw.chance(Draw.of(bits, 16 + i), success()) ? 0 : 1 << i;
    }
    QuestionBank.Question first = QuestionBank.of(key, 0);
    data.number = attempt;
    data.max = questions;
    data.raw = questions - Integer.bitCount(wrongQuestions);
    data.success = (wrongQuestions & 1) == 0;
    right = data.success;
    data.parentText = first.text();
    data.otherText = first.answer(data.success, Draw.of(bits, 2));
  }

  private void question(StatementData data, long bits) {
    QuestionBank.Question asked = QuestionBank.of(key, question);
    data.success = (wrongQuestions >> question & 1) == 0;
    data.text = asked.text();
    data.kind = asked.kind();
    // The first question's answer is also that of the whole.
    data.otherText = question == 0 ? data.otherText : asked.answer(data.success, Draw.of(bits, 2));
    data.otherNumber = 2 + question;
    question++;
  }

  private void mark(long bits) {
    long marking = Draw.of(bits, 1);
    right = mayBeRight() && Draw.chance(Draw.of(marking, 0), success());
    raw = right ? points() : Draw.below(Draw.of(marking, 1), points());
    marked = true;
  }

  private void score(StatementData data) {
    data.max = points();
    data.raw = raw;
    data.success = right;
  }

  private int points() {
    return 1 + Draw.below(Draw.of(key, 10), MAX_POINTS);
  }

  private double success() {
    double difficulty = Draw.unit(Draw.of(key, 11));
    return Math.max(0.05, Math.min(0.97, 0.45 + 0.5 * ability + 0.1 * attempt - 0.4 * difficulty));
  }

  private void turnTo(int index) {
    problem = index;
    key = outline.blockKey(BlockType.PROBLEM, index);
    attempt = 0;
    right = false;
    marked = false;
  }
}
