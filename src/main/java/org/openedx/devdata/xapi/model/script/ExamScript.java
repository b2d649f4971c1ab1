package org.openedx.devdata.xapi.model.script;

import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.Uuids;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementType;

/**
 * The exams of a visit. An attempt has one code, one number and one kind of exam; it is begun and
 * handed in once at most. Not thread-safe.
 */
final class ExamScript {

  private static final long MINUTE = 60_000_000L;

  /** From the last answer to the statement, as on a live site. */
  private static final long HANDING_IN = 26_677;

  private long visit;
  private int attempts;
  private StatementType open;
  private long openExam;
  private long opened;

  void begin(long visitKey) {
    visit = visitKey;
    attempts = 0;
    open = null;
  }

  /**
   * Fills in a statement of an exam.
   *
   * @param exam the key of its sequential
   */
  void fill(StatementData data, long exam, long bits) {
    StatementType begun = begunBy(data.type);
    boolean continues = begun != data.type && begun == open && exam == openExam;
    attempts += continues ? 0 : 1;
    long attempt = Draw.of(visit, 1 << 20 | attempts);
    data.text = Words.EXAM;
    data.number = 30 * (1 + Draw.below(Draw.of(exam, 8), 4));
    data.otherNumber = 1 + Draw.below(Draw.of(attempt, 0), Integer.MAX_VALUE);
    data.referenceHigh = Uuids.high4(Draw.of(attempt, 1));
    data.referenceLow = Uuids.low(Draw.of(attempt, 2));
    data.finishedMicros = data.micros - HANDING_IN;
    long taken = 1 + Draw.below(Draw.of(bits, 1), data.number * MINUTE);
    data.takenMicros = continues ? Math.max(1, data.finishedMicros - opened) : taken;
    data.startedMicros = data.finishedMicros - data.takenMicros;
    open = begun == data.type ? begun : null;
    openExam = exam;
    opened = data.micros;
  }

  /** The type that begins an exam of the same kind. */
  private static StatementType begunBy(StatementType type) {
    return switch (type) {
      case TIMED_EXAM_SUBMITTED -> StatementType.TIMED_EXAM_CREATED;
      case PRACTICE_EXAM_SUBMITTED -> StatementType.PRACTICE_EXAM_CREATED;
      case PROCTORED_EXAM_SUBMITTED -> StatementType.PROCTORED_EXAM_CREATED;
      default -> type;
    };
  }
}
