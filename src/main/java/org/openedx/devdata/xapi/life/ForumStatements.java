package org.openedx.devdata.xapi.life;

import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.model.script.Words;

/** Statements about the forum. Stateless. */
final class ForumStatements {

  private static final double LIKES = 0.9;

  /** Draw of a thread's key that gives its first response. */
  private static final int RESPONSES = 1_000;

  private ForumStatements() {}

  /**
   * Fills in a statement.
   *
   * @param thread key of the thread
   */
  static void fill(long thread, LifeLog log, int event, StatementData data) {
    data.text = Words.title(thread);
    data.otherText = Words.THREADS;
    data.kind = kind(thread, log, event);
    data.referenceHigh = Draw.of(thread, 0);
    data.referenceLow = Draw.of(thread, 1);
    int number = log.first(event);
    long object = number == 0 ? thread : Draw.of(thread, RESPONSES + number);
    data.blockName = null;
    data.blockHigh = Draw.of(object, 0);
    data.blockLow = Draw.of(object, 1);
  }

  private static JsonText kind(long thread, LifeLog log, int event) {
    return switch (log.type(event)) {
      case THREAD_VOTED, RESPONSE_VOTED ->
          Draw.chance(Draw.of(log.session(event), 1), LIKES) ? Words.UP : Words.DOWN;
      default -> Words.kindOfThread(thread);
    };
  }
}
