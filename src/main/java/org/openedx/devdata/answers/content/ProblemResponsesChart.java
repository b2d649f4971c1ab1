package org.openedx.devdata.answers.content;

import java.util.List;
import org.openedx.devdata.answers.figure.AnswerTable;
import org.openedx.devdata.answers.figure.Cells;
import org.openedx.devdata.answers.figure.Packed;
import org.openedx.devdata.answers.figure.Rows;
import org.openedx.devdata.answers.figure.RunChart;
import org.openedx.devdata.answers.life.Life;
import org.openedx.devdata.answers.life.RunFacts;
import org.openedx.devdata.life.course.ProblemShape;
import org.openedx.devdata.life.event.EventType;
import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.QuestionBank;

/** Answers to questions by attempt, with the response and whether it is right. */
public final class ProblemResponsesChart implements RunChart {

  private static final AnswerTable TABLE =
      new AnswerTable(
          "problem_responses",
          "answers by question, attempt, response and result",
          List.of("course_key", "problem_id", "part", "attempt", "response", "success"),
          List.of("answers"));

  private static final int PART = 4;
  private static final int ANSWER = 4;
  private static final int PROBLEM = 30;

  @Override
  public AnswerTable table() {
    return TABLE;
  }

  @Override
  public void count(Life life, Cells cells) {
    LifeLog log = life.log();
    for (int event = 0; event < log.count(); event++) {
      if (log.type(event) == EventType.ANSWER_MARKED) {
        int parts = life.run().shape().problem(log.block(event)).parts();
        for (int part = 0; part < parts; part++) {
          long key = Packed.with(log.block(event), PART, parts == 1 ? 0 : part + 1);
          key = Packed.with(key, Packed.ATTEMPT, log.first(event));
          cells.count(Packed.with(key, ANSWER, log.packed(event) >> 4 * part & 15));
        }
      }
    }
  }

  @Override
  public void row(RunFacts run, long key, long[] figures, Rows rows) {
    int problem = Packed.at(key, ANSWER + Packed.ATTEMPT + PART, PROBLEM);
    int part = Packed.at(key, ANSWER + Packed.ATTEMPT, PART);
    int answer = Packed.last(key, ANSWER);
    ProblemShape shape = run.shape().problem(problem);
    QuestionBank.Question question = shape.question(Math.max(0, part - 1));
    rows.text(run.course());
    rows.text(run.key(BlockType.PROBLEM, problem));
    rows.number(part);
    rows.number(Packed.at(key, ANSWER, Packed.ATTEMPT));
    rows.text(question.answer(answer).value());
    rows.text(answer == 0 ? "true" : "false");
    rows.number(figures[0]);
    rows.end();
  }
}
