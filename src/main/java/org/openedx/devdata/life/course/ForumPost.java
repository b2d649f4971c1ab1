package org.openedx.devdata.life.course;

import org.openedx.devdata.random.Draw;

/**
 * A thread, a response or a comment in the forum of a run, by its key.
 *
 * @param key of everything that is drawn for it
 */
public record ForumPost(long key) {

  /** Draw of a thread's key that gives its first response. */
  private static final int RESPONSES = 1_000;

  private static final double LIKES = 0.9;

  /**
   * A post.
   *
   * @param thread key of its thread
   * @param number of the response or comment in the thread, from 1; 0 for the thread itself
   */
  public static ForumPost of(long thread, int number) {
    return new ForumPost(number == 0 ? thread : Draw.of(thread, RESPONSES + number));
  }

  /** The lower half of this are the first 8 hexadecimal digits of its id. */
  public long high() {
    return Draw.of(key, 0);
  }

  /** The last 16 hexadecimal digits of its id. */
  public long low() {
    return Draw.of(key, 1);
  }

  /** Returns whether a vote that is given in a session says that a post is liked. */
  public static boolean likes(long session) {
    return Draw.chance(Draw.of(session, 1), LIKES);
  }
}
