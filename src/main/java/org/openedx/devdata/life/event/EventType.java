package org.openedx.devdata.life.event;

/**
 * Type of an event in a learner's life. The numbers and the block that belong to an event are named
 * beside each; see {@link LifeLog}.
 */
public enum EventType {
  /** First is the mode. */
  ENROLLED,
  /** First is the new mode. */
  MODE_CHANGED,
  /** First is the mode. */
  UNENROLLED,

  /**
   * The next unit of a sequential: first is the tab that is left, second the number of tabs, {@link
   * LifeLog#packed} the unit that is left; so for the two that follow.
   */
  NEXT,
  /** The unit before: as {@link #NEXT}. */
  PREVIOUS,
  /** Another unit: first is the tab that is left, second the number of tabs, third the new tab. */
  TAB,
  /** A sequential is chosen in the outline of the course. */
  OUTLINE,
  /** A link to a sequential is followed. */
  LINK,

  /** A player is ready; third is the position at which the learner will have had enough. */
  VIDEO_LOADED,
  /** First is the position in milliseconds; so for all that follow of videos. */
  PLAYED,
  PAUSED,
  /** Second is the position that is gone to, in milliseconds. */
  SEEKED,
  STOPPED,
  /** The video was played to 95 percent of its length. */
  VIDEO_COMPLETED,
  /** First is the old speed, second the new one, in hundredths. */
  SPEED_CHANGED,
  CAPTIONS_SHOWN,

  /**
   * The browser sends an answer: first is the number of the attempt, {@link LifeLog#packed} the
   * answers.
   */
  ANSWER_SENT,
  /**
   * The server has marked an answer: first is the number of the attempt, second the points earned,
   * {@link LifeLog#packed} the answers of the parts, four bits each: 0 for the right one, else the
   * number of a wrong one, or QuestionBank.REFUSED; third the answers of the attempt before, 0 for
   * the first.
   */
  ANSWER_MARKED,
  /** First is the number of the hint, from 1. */
  HINT_SHOWN,
  ANSWER_SHOWN,

  /** A video or a problem counts as completed: first is the ordinal of its block type. */
  BLOCK_COMPLETED,
  /**
   * First is earned, second possible, of a sequential; third is 1 when answers are marked again, in
   * no session; {@link LifeLog#packed} is the moment of the first answer in it, microseconds since
   * 1970.
   */
  SUBSECTION_GRADED,
  /** First is the percent grade. */
  COURSE_GRADED,
  PASSED_FIRST_TIME,
  NOW_PASSED,
  NOW_FAILED,

  /**
   * A thread is begun; block is its number; so for all of threads that follow. Third is the place
   * in the roster of who wrote what is answered, viewed or voted for; so for all that follow.
   */
  THREAD_CREATED,
  THREAD_VIEWED,
  THREAD_VOTED,
  THREAD_REPORTED,
  /** First is the number of the response in its thread; so for all that follow of responses. */
  RESPONSE_CREATED,
  RESPONSE_VOTED,
  /** Second is the number of the response that is commented on. */
  COMMENT_CREATED,

  /** A timed exam begins; first is the number of minutes. */
  EXAM_BEGUN,
  /** A timed exam is handed in; {@link LifeLog#packed} is when it began. */
  EXAM_SUBMITTED;

  private static final EventType[] ALL = values();

  /** Returns whether it happens in the forum. */
  public boolean isOfForum() {
    return compareTo(THREAD_CREATED) >= 0 && compareTo(COMMENT_CREATED) <= 0;
  }

  /** Returns whether a worker of the server does it, outside of any session. */
  public boolean isOfWorker() {
    return compareTo(SUBSECTION_GRADED) >= 0 && compareTo(NOW_FAILED) <= 0;
  }

  static EventType of(int ordinal) {
    return ALL[ordinal];
  }
}
