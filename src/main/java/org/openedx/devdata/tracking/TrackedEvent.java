package org.openedx.devdata.tracking;

import static org.openedx.devdata.tracking.Origin.BROWSER;
import static org.openedx.devdata.tracking.Origin.HANDLER;
import static org.openedx.devdata.tracking.Origin.PROBLEM;
import static org.openedx.devdata.tracking.Origin.REQUEST;
import static org.openedx.devdata.tracking.Origin.WORKER;

import org.openedx.devdata.life.event.EventType;

/** The events of a log, with name, older name and origin. */
enum TrackedEvent {
  ENROLLED("edx.course.enrollment.activated", REQUEST),
  MODE_CHANGED("edx.course.enrollment.mode_changed", REQUEST),
  UNENROLLED("edx.course.enrollment.deactivated", REQUEST),

  NEXT("edx.ui.lms.sequence.next_selected", "seq_next", BROWSER),
  PREVIOUS("edx.ui.lms.sequence.previous_selected", "seq_prev", BROWSER),
  TAB("edx.ui.lms.sequence.tab_selected", "seq_goto", BROWSER),
  OUTLINE("edx.ui.lms.outline.selected", BROWSER),
  LINK("edx.ui.lms.link_clicked", BROWSER),

  VIDEO_LOADED("load_video", BROWSER),
  PLAYED("play_video", BROWSER),
  PAUSED("pause_video", BROWSER),
  SEEKED("seek_video", BROWSER),
  STOPPED("stop_video", BROWSER),
  VIDEO_COMPLETED("complete_video", BROWSER),
  SPEED_CHANGED("speed_change_video", BROWSER),
  CAPTIONS_SHOWN("edx.video.closed_captions.shown", BROWSER),

  ANSWER_SENT("problem_check", BROWSER),
  ANSWER_MARKED("problem_check", PROBLEM),
  HINT_SHOWN("edx.problem.hint.demandhint_displayed", PROBLEM),
  ANSWER_SHOWN("showanswer", PROBLEM),
  /** Comes with each answer that is marked. */
  PROBLEM_SUBMITTED("edx.grades.problem.submitted", HANDLER),
  BLOCK_COMPLETED("edx.completion.block_completion.changed", HANDLER),

  SUBSECTION_GRADED("edx.grades.subsection.grade_calculated", WORKER),
  COURSE_GRADED("edx.grades.course.grade_calculated", WORKER),
  PASSED_FIRST_TIME("edx.course.grade.passed.first_time", WORKER),
  NOW_PASSED("edx.course.grade.now_passed", WORKER),
  NOW_FAILED("edx.course.grade.now_failed", WORKER),

  THREAD_CREATED("edx.forum.thread.created", REQUEST),
  THREAD_VIEWED("edx.forum.thread.viewed", REQUEST),
  THREAD_VOTED("edx.forum.thread.voted", REQUEST),
  THREAD_REPORTED("edx.forum.thread.reported", REQUEST),
  RESPONSE_CREATED("edx.forum.response.created", REQUEST),
  RESPONSE_VOTED("edx.forum.response.voted", REQUEST),
  COMMENT_CREATED("edx.forum.comment.created", REQUEST),

  EXAM_BEGUN("edx.special_exam.timed.attempt.created", REQUEST),
  EXAM_SUBMITTED("edx.special_exam.timed.attempt.submitted", REQUEST);

  private static final TrackedEvent[] BY_TYPE = byType();

  private final String key;
  private final String type;
  private final Origin origin;

  TrackedEvent(String key, Origin origin) {
    this(key, key, origin);
  }

  TrackedEvent(String key, String type, Origin origin) {
    this.key = key;
    this.type = type;
    this.origin = origin;
  }

  private static TrackedEvent[] byType() {
    EventType[] types = EventType.values();
    TrackedEvent[] events = new TrackedEvent[types.length];
    for (EventType type : types) {
      events[type.ordinal()] = valueOf(type.name());
    }
    return events;
  }

  /** The event that is logged of what happens in a life. */
  static TrackedEvent of(EventType type) {
    return BY_TYPE[type.ordinal()];
  }

  /** The value of {@code name}. */
  String key() {
    return key;
  }

  /** The value of {@code event_type}, where the older name is used. */
  String type() {
    return type;
  }

  Origin origin() {
    return origin;
  }
}
