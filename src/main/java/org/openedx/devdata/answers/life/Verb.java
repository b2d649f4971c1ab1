package org.openedx.devdata.answers.life;

import java.util.Locale;
import org.openedx.devdata.life.event.EventType;

/** Verbs by which reports distinguish events. */
public enum Verb {
  REGISTERED,
  UNREGISTERED,
  PASSED,
  FAILED,
  EARNED,
  PROGRESSED,
  ATTEMPTED,
  EVALUATED,
  ASKED,
  COMPLETED,
  NAVIGATED,
  INITIALIZED,
  TERMINATED,
  PLAYED,
  PAUSED,
  SEEKED,
  INTERACTED,
  POSTED,
  VIEWED,
  VOTED,
  REPORTED;

  private static final Verb[] ALL = values();

  /** The verb of events of a type. */
  public static Verb of(EventType type) {
    return switch (type) {
      case ENROLLED, MODE_CHANGED -> REGISTERED;
      case UNENROLLED -> UNREGISTERED;
      case NEXT, PREVIOUS, TAB, OUTLINE, LINK -> NAVIGATED;
      case VIDEO_LOADED, EXAM_BEGUN -> INITIALIZED;
      case PLAYED -> PLAYED;
      case PAUSED -> PAUSED;
      case SEEKED -> SEEKED;
      case STOPPED, EXAM_SUBMITTED -> TERMINATED;
      case VIDEO_COMPLETED -> COMPLETED;
      case SPEED_CHANGED, CAPTIONS_SHOWN -> INTERACTED;
      case ANSWER_SENT -> ATTEMPTED;
      case ANSWER_MARKED -> EVALUATED;
      case HINT_SHOWN, ANSWER_SHOWN -> ASKED;
      case BLOCK_COMPLETED -> PROGRESSED;
      case SUBSECTION_GRADED, COURSE_GRADED -> EARNED;
      case PASSED_FIRST_TIME, NOW_PASSED -> PASSED;
      case NOW_FAILED -> FAILED;
      case THREAD_CREATED, RESPONSE_CREATED, COMMENT_CREATED -> POSTED;
      case THREAD_VIEWED -> VIEWED;
      case THREAD_VOTED, RESPONSE_VOTED -> VOTED;
      case THREAD_REPORTED -> REPORTED;
    };
  }

  /** The verb with an ordinal. */
  public static Verb at(int ordinal) {
    return ALL[ordinal];
  }

  /** The last part of its id. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
