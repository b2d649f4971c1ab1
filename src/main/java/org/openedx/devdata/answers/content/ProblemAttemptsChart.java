package org.openedx.devdata.answers.content;

import java.util.List;
import org.openedx.devdata.answers.figure.AnswerTable;
import org.openedx.devdata.answers.figure.Cells;
import org.openedx.devdata.answers.figure.Packed;
import org.openedx.devdata.answers.figure.Rows;
import org.openedx.devdata.answers.figure.RunChart;
import org.openedx.devdata.answers.figure.SiteQuery;
import org.openedx.devdata.answers.life.Answered;
import org.openedx.devdata.answers.life.Life;
import org.openedx.devdata.answers.life.RunFacts;
import org.openedx.devdata.world.BlockType;

/**
 * Learners by the number of their last attempt at a problem, and whether it is right: attempts and
 * results, their mean and median. Part 0 is the problem, others are its questions, from 1.
 */
public final class ProblemAttemptsChart implements RunChart {

  private static final AnswerTable TABLE =
      new AnswerTable(
          "problem_attempts",
          "learners by problem, number of the last attempt and its result",
          List.of("course_key", "problem_id", "part", "attempts", "success"),
          List.of("learners"));

  private static final int PART = 4;
  private static final int PROBLEM = 30;

  @Override
  public AnswerTable table() {
    return TABLE;
  }

  @Override
  public void count(Life life, Cells cells) {
    Answered answered = life.answered();
    for (int problem : answered.problems()) {
      int parts = life.run().shape().problem(problem).parts();
      for (int part = 0; part <= (parts > 1 ? parts : 0); part++) {
        long key = Packed.with(problem, PART, part);
        key = Packed.with(key, Packed.ATTEMPT, answered.attempts(problem));
        cells.count(Packed.with(key, 1, answered.isRight(problem, part) ? 1 : 0));
      }
    }
  }

  @Override
  public void row(RunFacts run, long key, long[] figures, Rows rows) {
    rows.text(run.course());
    int problem = Packed.at(key, 1 + Packed.ATTEMPT + PART, PROBLEM);
    rows.text(run.key(BlockType.PROBLEM, problem));
    rows.number(Packed.at(key, 1 + Packed.ATTEMPT, PART));
    rows.number(Packed.at(key, 1, Packed.ATTEMPT));
    rows.text(Packed.last(key, 1) == 1 ? "true" : "false");
    rows.number(figures[0]);
    rows.end();
  }

  /** Asks the table of events: those above it keep the result of any one of several questions. */
  @Override
  public SiteQuery site() {
    return SiteQuery.of(
        List.of("{x}.problem_events.object_id"),
        "SELECT course_key, problem_id, part, last AS attempts, if(right, 'true', 'false') AS"
            + " success, count() AS learners FROM (SELECT course_key, extract(object_id,"
            + " '/xblock/([^_/]+)') AS problem_id,"
            + " greatest(toInt32OrZero(extract(object_id, '_([0-9]+)_1$')) - 1, 0) AS part,"
            + " actor_id, max(attempts) AS last, argMax(success, attempts) AS right FROM"
            + " {x}.problem_events WHERE course_key IN ({courses}) AND verb_id ="
            + " 'https://w3id.org/xapi/acrossx/verbs/evaluated' GROUP BY course_key, problem_id,"
            + " part, actor_id) GROUP BY course_key, problem_id, part, attempts, success");
  }
}
