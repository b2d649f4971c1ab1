package org.openedx.devdata.xapi.model.script;

import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.ForumTexts;
import org.openedx.devdata.world.Outline;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementType;

/** Events of visitors in the forum. Stateless but for its arguments. */
final class ForumScript {

  private static final int REPLIES = 16;

  /**
   * Fills in a forum statement.
   *
   * @param place the place in the course, 0 to 1: threads are about what is being learned
   */
  void fill(Outline outline, double place, StatementData data, long bits) {
    int posts = outline.forumPosts();
    int near = (int) (place * posts);
    int post = Math.max(0, near - Draw.below(Draw.of(bits, 0), Math.max(1, posts / 10 + 1)));
    long thread = outline.postKey(post);
    data.text = ForumTexts.title(thread);
    data.otherText = Words.THREADS;
    data.kind = ForumTexts.kind(thread);
    if (data.type == StatementType.THREAD_VOTED || data.type == StatementType.RESPONSE_VOTED) {
      data.kind = Draw.chance(Draw.of(bits, 1), 0.85) ? Words.UP : Words.DOWN;
    }
    data.referenceHigh = Draw.of(thread, 0);
    data.referenceLow = Draw.of(thread, 1);
    boolean isThread =
        data.type == StatementType.POST_CREATED || data.type.name().startsWith("THREAD_");
    long object = isThread ? thread : Draw.of(thread, 32 + Draw.below(Draw.of(bits, 2), REPLIES));
    data.blockName = null;
    VisitScript.block(data, object);
  }
}
