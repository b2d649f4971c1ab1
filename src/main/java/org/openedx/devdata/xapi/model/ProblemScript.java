package org.openedx.devdata.xapi.model;

import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.Outline;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementType;

/**
 * The problems of a visit: which one is worked on, how often it was tried, and how well it goes.
 * Success, score and response always agree. Not thread-safe.
 */
final class ProblemScript {

  private static final int MOST_POINTS = 4;

  private Outline outline;
  private double ability;
  private int problem;
  private long key;
  private int attempt;
  private boolean tried;
  private int question;
  private int wrongQuestions;

  void begin(Outline ofRun, double place, double ofLearner) {
    outline = ofRun;
    ability = ofLearner;
    int problems = outline.count(BlockType.PROBLEM);
    if (problems > 0) {
      turnTo((int) (place * problems));
    }
  }

  void tell(StatementData data, long bits) {
    switch (data.type) {
      case BROWSER_PROBLEM_CHECK -> {
        if (tried && Draw.chance(Draw.of(bits, 0), 0.6)) {
          turnTo((problem + 1) % outline.count(BlockType.PROBLEM));
        }
      }
      case SHOW_HINT -> data.number = 1 + Draw.below(bits, 3);
      case MULTI_QUESTION_PROBLEM_CHECK -> whole(data, bits);
      case QUESTION_CHECK -> question(data, bits);
      case BLOCK_COMPLETED -> {
        data.kind = Words.PROBLEM;
        data.success = Draw.chance(bits, 0.95);
      }
      case SERVER_PROBLEM_CHECK, SERVER_PROBLEM_CHECK_UNTYPED, PROBLEM_SUBMITTED ->
          answer(data, bits);
      default -> {
        // An answer is shown: of the problem that is worked on.
      }
    }
    data.blockName = outline.idText(BlockType.PROBLEM, problem);
    VisitScript.block(data, key);
  }

  private void answer(StatementData data, long bits) {
    QuestionBank.Question asked = QuestionBank.of(key);
    attempt++;
    tried = true;
    score(data, Draw.of(bits, 1), 1 + Draw.below(Draw.of(key, 10), MOST_POINTS));
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
    attempt++;
    tried = true;
    question = 0;
    wrongQuestions = 0;
    for (int i = 0; i < questions; i++) {
      wrongQuestions |= Draw.chance(Draw.of(bits, 16 + i), success()) ? 0 : 1 << i;
    }
    QuestionBank.Question first = QuestionBank.of(key, 0);
    data.number = attempt;
    data.max = questions;
    data.raw = questions - Integer.bitCount(wrongQuestions);
    data.success = (wrongQuestions & 1) == 0;
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

  private void score(StatementData data, long bits, int points) {
    data.success = Draw.chance(Draw.of(bits, 0), success());
    data.max = points;
    data.raw = data.success ? points : Draw.below(Draw.of(bits, 1), points);
  }

  private double success() {
    double difficulty = Draw.unit(Draw.of(key, 11));
    return Math.max(0.05, Math.min(0.97, 0.45 + 0.5 * ability + 0.1 * attempt - 0.4 * difficulty));
  }

  private void turnTo(int index) {
    problem = index;
    key = outline.blockKey(BlockType.PROBLEM, index);
    attempt = 0;
    tried = false;
  }
}
