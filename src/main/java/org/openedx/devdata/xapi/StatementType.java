package org.openedx.devdata.xapi;

import static org.openedx.devdata.xapi.TypeFamily.COURSE;
import static org.openedx.devdata.xapi.TypeFamily.EXAM;
import static org.openedx.devdata.xapi.TypeFamily.FORUM;
import static org.openedx.devdata.xapi.TypeFamily.NAVIGATION;
import static org.openedx.devdata.xapi.TypeFamily.PROBLEM;
import static org.openedx.devdata.xapi.TypeFamily.VIDEO;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every kind of statement that can be made, with the name that a configuration gives it and its
 * default weight in percent. The first 21 are those of xapi-db-load with its weights (the average
 * of four live sites, 2024-12); the others are made only when a configuration gives them weight.
 */
public enum StatementType {
  COURSE_GRADE_CALCULATED("CourseGradeCalculated", Verb.EARNED, COURSE, 20.0),
  PLAYED_VIDEO("PlayedVideo", Verb.PLAYED, VIDEO, 14.019),
  NEXT_NAVIGATION("NextNavigation", Verb.NAVIGATED, NAVIGATION, 12.467),
  BROWSER_PROBLEM_CHECK("BrowserProblemCheck", Verb.ATTEMPTED, PROBLEM, 9.9),
  SERVER_PROBLEM_CHECK("ServerProblemCheck", Verb.EVALUATED, PROBLEM, 9.5),
  PAUSED_VIDEO("PausedVideo", Verb.PAUSED, VIDEO, 8.912),
  LOADED_VIDEO("LoadedVideo", Verb.INITIALIZED, VIDEO, 7.125),
  COMPLETED_VIDEO("CompletedVideo", Verb.COMPLETED, VIDEO, 5.124),
  POSITION_CHANGED_VIDEO("PositionChangedVideo", Verb.SEEKED, VIDEO, 5.105),
  STOPPED_VIDEO("StoppedVideo", Verb.TERMINATED, VIDEO, 3.671),
  SHOW_ANSWER("ShowAnswer", Verb.ASKED, PROBLEM, 1.373),
  REGISTERED("Registered", Verb.REGISTERED, COURSE, 1.138),
  PREVIOUS_NAVIGATION("PreviousNavigation", Verb.NAVIGATED, NAVIGATION, 0.811),
  POST_CREATED("PostCreated", Verb.POSTED, FORUM, 0.5),
  UNREGISTERED("Unregistered", Verb.UNREGISTERED, COURSE, 0.146),
  SHOW_HINT("ShowHint", Verb.ASKED, PROBLEM, 0.076),
  TRANSCRIPT_ENABLED("TranscriptEnabled", Verb.INTERACTED, VIDEO, 0.05),
  TRANSCRIPT_DISABLED("TranscriptDisabled", Verb.INTERACTED, VIDEO, 0.05),
  FIRST_TIME_PASSED("FirstTimePassed", Verb.PASSED, COURSE, 0.031),
  TAB_SELECTED_NAVIGATION("TabSelectedNavigation", Verb.NAVIGATED, NAVIGATION, 0.001),
  LINK_CLICKED("LinkClicked", Verb.NAVIGATED, NAVIGATION, 0.001),

  SUBSECTION_GRADE_CALCULATED("SubsectionGradeCalculated", Verb.EARNED, NAVIGATION, 0),
  NOW_PASSED("NowPassed", Verb.PASSED, COURSE, 0),
  NOW_FAILED("NowFailed", Verb.FAILED, COURSE, 0),
  BLOCK_COMPLETED("BlockCompleted", Verb.PROGRESSED, PROBLEM, 0),
  PROBLEM_SUBMITTED("ProblemSubmitted", Verb.ATTEMPTED, PROBLEM, 0),
  PROBLEM_COMPLETED("ProblemCompleted", Verb.COMPLETED, PROBLEM, 0),
  SERVER_PROBLEM_CHECK_UNTYPED("ServerProblemCheckUntyped", Verb.EVALUATED, PROBLEM, 0),
  MULTI_QUESTION_PROBLEM_CHECK("MultiQuestionProblemCheck", Verb.EVALUATED, PROBLEM, 0),
  QUESTION_CHECK(null, Verb.EVALUATED, PROBLEM, 0),
  OUTLINE_SELECTED("OutlineSelected", Verb.NAVIGATED, NAVIGATION, 0),
  SPEED_CHANGED_VIDEO("SpeedChangedVideo", Verb.INTERACTED, VIDEO, 0),

  THREAD_EDITED("ThreadEdited", Verb.EDITED, FORUM, 0),
  THREAD_VIEWED("ThreadViewed", Verb.VIEWED, FORUM, 0),
  THREAD_DELETED("ThreadDeleted", Verb.DELETED, FORUM, 0),
  THREAD_VOTED("ThreadVoted", Verb.VOTED, FORUM, 0),
  THREAD_REPORTED("ThreadReported", Verb.REPORTED, FORUM, 0),
  THREAD_UNREPORTED("ThreadUnreported", Verb.UNREPORTED, FORUM, 0),
  RESPONSE_CREATED("ResponseCreated", Verb.POSTED, FORUM, 0),
  RESPONSE_EDITED("ResponseEdited", Verb.EDITED, FORUM, 0),
  RESPONSE_DELETED("ResponseDeleted", Verb.DELETED, FORUM, 0),
  RESPONSE_VOTED("ResponseVoted", Verb.VOTED, FORUM, 0),
  RESPONSE_REPORTED("ResponseReported", Verb.REPORTED, FORUM, 0),
  RESPONSE_UNREPORTED("ResponseUnreported", Verb.UNREPORTED, FORUM, 0),
  COMMENT_CREATED("CommentCreated", Verb.POSTED, FORUM, 0),
  COMMENT_EDITED("CommentEdited", Verb.EDITED, FORUM, 0),
  COMMENT_DELETED("CommentDeleted", Verb.DELETED, FORUM, 0),
  COMMENT_REPORTED("CommentReported", Verb.REPORTED, FORUM, 0),
  COMMENT_UNREPORTED("CommentUnreported", Verb.UNREPORTED, FORUM, 0),

  TIMED_EXAM_CREATED("TimedExamCreated", Verb.INITIALIZED, EXAM, 0),
  TIMED_EXAM_SUBMITTED("TimedExamSubmitted", Verb.TERMINATED, EXAM, 0),
  PRACTICE_EXAM_CREATED("PracticeExamCreated", Verb.INITIALIZED, EXAM, 0),
  PRACTICE_EXAM_SUBMITTED("PracticeExamSubmitted", Verb.TERMINATED, EXAM, 0),
  PROCTORED_EXAM_CREATED("ProctoredExamCreated", Verb.INITIALIZED, EXAM, 0),
  PROCTORED_EXAM_SUBMITTED("ProctoredExamSubmitted", Verb.TERMINATED, EXAM, 0);

  private final String configName;
  private final Verb verb;
  private final TypeFamily family;
  private final double defaultWeight;

  StatementType(String configName, Verb verb, TypeFamily family, double defaultWeight) {
    this.configName = configName;
    this.verb = verb;
    this.family = family;
    this.defaultWeight = defaultWeight;
  }

  /**
   * The name that a configuration gives it; null for the one that is made only as part of another
   * ({@link #QUESTION_CHECK}, a child of {@link #MULTI_QUESTION_PROBLEM_CHECK}).
   */
  public String configName() {
    return configName;
  }

  public Verb verb() {
    return verb;
  }

  /** Family of what the statement is about. */
  public TypeFamily family() {
    return family;
  }

  /** The share of it among random statements, in percent, when a configuration says nothing. */
  public double defaultWeight() {
    return defaultWeight;
  }

  /** The types that can be given weight. */
  public static Stream<StatementType> weighable() {
    return Stream.of(values()).filter(type -> type.configName != null);
  }

  /** The type that a configuration calls so. */
  public static Optional<StatementType> named(String configName) {
    return weighable().filter(type -> type.configName.equals(configName)).findFirst();
  }
}
