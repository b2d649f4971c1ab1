package org.openedx.devdata.xapi.life;

import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.life.course.ForumPost;
import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.world.ForumTexts;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.model.script.Words;

/** Statements about the forum. Stateless. */
final class ForumStatements {

  private ForumStatements() {}

  /**
   * Fills in a statement.
   *
   * @param thread key of the thread
   */
  static void fill(long thread, LifeLog log, int event, StatementData data) {
    data.text = ForumTexts.title(thread);
    data.otherText = Words.THREADS;
    data.kind = kind(thread, log, event);
    ForumPost opening = ForumPost.of(thread, 0);
    data.referenceHigh = opening.high();
    data.referenceLow = opening.low();
    ForumPost post = ForumPost.of(thread, log.first(event));
    data.blockName = null;
    data.blockHigh = post.high();
    data.blockLow = post.low();
  }

  private static JsonText kind(long thread, LifeLog log, int event) {
    return switch (log.type(event)) {
      case THREAD_VOTED, RESPONSE_VOTED ->
          ForumPost.likes(log.session(event)) ? Words.UP : Words.DOWN;
      default -> ForumTexts.kind(thread);
    };
  }
}
