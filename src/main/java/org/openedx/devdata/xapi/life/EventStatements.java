package org.openedx.devdata.xapi.life;

import org.openedx.devdata.life.event.EventType;
import org.openedx.devdata.xapi.StatementType;

/** Types of statement by type of event. Stateless. */
final class EventStatements {

  private EventStatements() {}

  /** The type of the statement that reports an event; for an answer, to a single question. */
  static StatementType typeOf(EventType type) {
    return switch (type) {
      case ENROLLED -> StatementType.REGISTERED;
      case MODE_CHANGED -> StatementType.REGISTERED;
      case UNENROLLED -> StatementType.UNREGISTERED;
      case NEXT -> StatementType.NEXT_NAVIGATION;
      case PREVIOUS -> StatementType.PREVIOUS_NAVIGATION;
      case TAB -> StatementType.TAB_SELECTED_NAVIGATION;
      case OUTLINE -> StatementType.OUTLINE_SELECTED;
      case LINK -> StatementType.LINK_CLICKED;
      case VIDEO_LOADED -> StatementType.LOADED_VIDEO;
      case PLAYED -> StatementType.PLAYED_VIDEO;
      case PAUSED -> StatementType.PAUSED_VIDEO;
      case SEEKED -> StatementType.POSITION_CHANGED_VIDEO;
      case STOPPED -> StatementType.STOPPED_VIDEO;
      case VIDEO_COMPLETED -> StatementType.COMPLETED_VIDEO;
      case SPEED_CHANGED -> StatementType.SPEED_CHANGED_VIDEO;
      case CAPTIONS_SHOWN -> StatementType.TRANSCRIPT_ENABLED;
      case ANSWER_SENT -> StatementType.BROWSER_PROBLEM_CHECK;
      case HINT_SHOWN -> StatementType.SHOW_HINT;
      case ANSWER_SHOWN -> StatementType.SHOW_ANSWER;
      case BLOCK_COMPLETED -> StatementType.BLOCK_COMPLETED;
      case SUBSECTION_GRADED -> StatementType.SUBSECTION_GRADE_CALCULATED;
      case COURSE_GRADED -> StatementType.COURSE_GRADE_CALCULATED;
      case PASSED_FIRST_TIME -> StatementType.FIRST_TIME_PASSED;
      case NOW_PASSED -> StatementType.NOW_PASSED;
      case NOW_FAILED -> StatementType.NOW_FAILED;
      case THREAD_CREATED -> StatementType.POST_CREATED;
      case THREAD_VIEWED -> StatementType.THREAD_VIEWED;
      case THREAD_VOTED -> StatementType.THREAD_VOTED;
      case THREAD_REPORTED -> StatementType.THREAD_REPORTED;
      case RESPONSE_CREATED -> StatementType.RESPONSE_CREATED;
      case RESPONSE_VOTED -> StatementType.RESPONSE_VOTED;
      case COMMENT_CREATED -> StatementType.COMMENT_CREATED;
      case EXAM_BEGUN -> StatementType.TIMED_EXAM_CREATED;
      case EXAM_SUBMITTED -> StatementType.TIMED_EXAM_SUBMITTED;
      case ANSWER_MARKED -> StatementType.SERVER_PROBLEM_CHECK;
    };
  }
}
