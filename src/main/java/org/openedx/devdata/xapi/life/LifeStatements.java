package org.openedx.devdata.xapi.life;

import java.util.List;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.life.course.ExamAttempt;
import org.openedx.devdata.life.course.ProblemShape;
import org.openedx.devdata.life.event.EventType;
import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.Outline;
import org.openedx.devdata.world.QuestionBank;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementType;

/**
 * Statements of the events of one course run: one each, and one more for each question of a problem
 * that has several. Immutable; safe to share between threads.
 *
 * @param shape of the run
 * @param modes names of the modes of enrolment, by number
 */
record LifeStatements(CourseShape shape, List<JsonText> modes) {

  private static final JsonText PASS = JsonText.of("Pass");
  private static final JsonText FAIL = JsonText.of("Fail");
  private static final JsonText EXAM = JsonText.of(ExamAttempt.EXAM);
  private static final JsonText PROBLEM = JsonText.of(BlockType.PROBLEM.key());
  private static final JsonText VIDEO = JsonText.of(BlockType.VIDEO.key());
  private static final JsonText HTML = JsonText.of(BlockType.HTML.key());

  /** Number of statements that an event makes. */
  int count(LifeLog log, int event) {
    if (log.type(event) != EventType.ANSWER_MARKED) {
      return 1;
    }
    int parts = shape.problem(log.block(event)).parts();
    return parts == 1 ? 1 : 1 + parts;
  }

  /**
   * Fills in a statement of an event.
   *
   * @param number among the statements of the event, from 0
   */
  void fill(LifeLog log, int event, int number, StatementData data) {
    int block = log.block(event);
    EventType type = log.type(event);
    data.micros = log.micros(event);
    data.number = log.first(event);
    data.type = EventStatements.typeOf(type);
    switch (type) {
      case ENROLLED, MODE_CHANGED, UNENROLLED -> data.text = modes.get(log.first(event));
      case NEXT, PREVIOUS, TAB -> {
        data.total = log.second(event);
        data.otherNumber = log.third(event);
        name(data, BlockType.SEQUENTIAL, block);
      }
      case OUTLINE, LINK -> {
        data.text = shape.run().outline().sequentialText(block);
        name(data, BlockType.SEQUENTIAL, block);
      }
      case SUBSECTION_GRADED -> {
        data.raw = log.first(event);
        data.max = log.second(event);
        data.success = data.raw >= data.max;
        name(data, BlockType.SEQUENTIAL, block);
      }
      case COURSE_GRADED, PASSED_FIRST_TIME, NOW_PASSED, NOW_FAILED -> {
        data.raw = log.first(event);
        data.max = 100;
        data.text = shape.policy().passes(data.raw) ? PASS : FAIL;
      }
      case EXAM_BEGUN, EXAM_SUBMITTED -> exam(log, event, data);
      case ANSWER_MARKED -> marked(log, event, number, data);
      case HINT_SHOWN -> {
        // Hints are counted from 0 where they are shown.
        data.number = log.first(event) - 1;
        name(data, BlockType.PROBLEM, block);
      }
      case ANSWER_SENT, ANSWER_SHOWN -> name(data, BlockType.PROBLEM, block);
      case THREAD_CREATED,
          THREAD_VIEWED,
          THREAD_VOTED,
          THREAD_REPORTED,
          RESPONSE_CREATED,
          RESPONSE_VOTED,
          COMMENT_CREATED ->
          ForumStatements.fill(shape.run().outline().postKey(block), log, event, data);
      case BLOCK_COMPLETED -> completed(BlockType.values()[log.first(event)], block, data);
      default -> video(log, event, data);
    }
  }

  private void completed(BlockType type, int block, StatementData data) {
    data.kind = type == BlockType.PROBLEM ? PROBLEM : type == BlockType.VIDEO ? VIDEO : HTML;
    data.success = true;
    name(data, type, block);
  }

  private void video(LifeLog log, int event, StatementData data) {
    data.position = log.first(event);
    data.otherPosition = log.second(event);
    data.speedFrom = log.first(event);
    data.speedTo = log.second(event);
    data.length = shape.length(log.block(event));
    name(data, BlockType.VIDEO, log.block(event));
  }

  private void marked(LifeLog log, int event, int number, StatementData data) {
    int block = log.block(event);
    ProblemShape problem = shape.problem(block);
    long answers = log.packed(event);
    int part = Math.max(0, number - 1);
    QuestionBank.Question asked = problem.question(part);
    int wrong = (int) (answers >> 4 * part) & 15;
    data.raw = log.second(event);
    data.max = problem.points();
    // Of a problem with several questions the first one, as event-routing-backends has it.
    data.success = wrong == 0;
    data.kind = asked.kind();
    data.text = asked.text();
    data.otherText = asked.answer(wrong);
    data.otherNumber = 2 + part;
    if (number > 0) {
      data.type = StatementType.QUESTION_CHECK;
    } else if (problem.parts() > 1) {
      data.type = StatementType.MULTI_QUESTION_PROBLEM_CHECK;
      data.parentText = asked.text();
    }
    name(data, BlockType.PROBLEM, block);
  }

  private void exam(LifeLog log, int event, StatementData data) {
    int sequential = log.block(event);
    ExamAttempt attempt = ExamAttempt.of(log.session(event), sequential);
    data.text = EXAM;
    data.otherNumber = attempt.number();
    data.referenceHigh = attempt.codeHigh();
    data.referenceLow = attempt.codeLow();
    data.startedMicros = log.packed(event);
    data.finishedMicros = data.micros;
    data.takenMicros = data.finishedMicros - data.startedMicros;
    name(data, BlockType.SEQUENTIAL, sequential);
  }

  private void name(StatementData data, BlockType type, int block) {
    Outline outline = shape.run().outline();
    data.blockName = outline.idText(type, block);
    long key = outline.blockKey(type, block);
    data.blockHigh = Draw.of(key, 0);
    data.blockLow = Draw.of(key, 1);
  }
}
