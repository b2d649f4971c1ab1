package org.openedx.devdata.service.lms;

import java.util.List;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;

/** What an LMS spec may say about the state of learners in blocks. Immutable. */
final class StateKinds {

  static final String EXTENDED_HISTORY = "extended_state_history";

  private static final FieldType REAL = new FieldType.Real();
  private static final FieldType TIME = new FieldType.Time();

  final Kind versions =
      new Kind(
          "versions",
          List.of(),
          "An earlier version of a problem's state.",
          List.of(
              Field.of("state", new FieldType.Json(), "The state after that save; null for none.")
                  .asNullable()
                  .asRequired(),
              Field.of("grade", REAL, "Points earned at that time.").asNullable(),
              Field.of("max_grade", REAL, "Points possible at that time.").asNullable(),
              Field.of("created", TIME, "When it was saved.")
                  .withAliases("at")
                  .withDefault("a minute before the next one")),
          List.of());

  final Kind attempts =
      new Kind(
          "attempts",
          List.of(),
          "One submission of answers to a problem.",
          List.of(
              Field.of(
                      "answers",
                      new FieldType.Json(true),
                      "The answer of a problem with one input; or a mapping from input to answer,"
                          + " where an input is `2_1` (response, input) or its full id. An answer is"
                          + " a text, as it is written here, or of checkboxes a list.")
                  .withAliases("answer")
                  .withDefault("a choice"),
              Field.of(
                      "correct",
                      new FieldType.Json(),
                      "Whether the answers are right: true, false, or a mapping from input to true"
                          + " or false.")
                  .withDefault(
                      "whether `grade` is more than 0; without one, true for the last attempt and"
                          + " false for those before"),
              Field.of(
                      "grade",
                      REAL,
                      "Points earned, from 0 to `max_grade`. Less than the right inputs are worth:"
                          + " they are partially correct.")
                  .withAliases("score")
                  .withDefault("the share of right inputs of `max_grade`"),
              Field.of("at", TIME, "When it was submitted.")
                  .withAliases("created", "submitted")
                  .withDefault("five minutes before the next one; the last one now")),
          List.of());

  final Kind studentModules =
      new Kind(
          "student_modules",
          List.of("course_state", "user_state"),
          "What users have stored in blocks, with the score beside it. Found again by user and"
              + " block. Problems have a version for each save.",
          List.of(
              username(),
              block("The block."),
              course(),
              Field.of(
                      "state",
                      new FieldType.Json(),
                      "The whole state, an object; null for state that was never stored. Left out, the"
                          + " stored state stays.")
                  .asNullable()
                  .withDefault("that of the last of `versions`; without one, never stored"),
              Field.of("grade", REAL, "Points earned; null before the first submission.")
                  .asNullable()
                  .withDefault("that of the last of `versions`; without one, null"),
              Field.of("max_grade", REAL, "Points possible.")
                  .asNullable()
                  .withDefault("that of the last of `versions`; without one, null"),
              Field.of(
                      "done",
                      new FieldType.Choice(List.of("na", "f", "i")),
                      "Finished or incomplete; hardly used.")
                  .withDefault("na"),
              Field.of("module_type", new FieldType.Text(32), "Type of the block.")
                  .withDefault("the type in the block's key"),
              Field.of("created", TIME, "When the row was made.").withDefault("now"),
              Field.of("modified", TIME, "When it was last saved.").withDefault("now"),
              Field.of(
                      "versions",
                      new FieldType.Records(versions),
                      "Earlier versions, oldest first; the last one, which equals the row, is added."
                          + " Problems only.")
                  .withAliases("history")),
          List.of("username", "block", "course_id"));

  final Kind problemAttempts =
      new Kind(
          "problem_attempts",
          List.of("attempts"),
          "Problems that users have looked at and submitted. Becomes the state that the LMS would"
              + " have stored, its score, and a version for the first look and for each attempt.",
          List.of(
              username(),
              block("The problem."),
              course(),
              Field.of("attempts", new FieldType.Records(attempts), "Submissions, oldest first.")
                  .withDefault("none: the problem was only looked at"),
              Field.of("max_grade", REAL, "Points possible.")
                  .withAliases("points")
                  .withDefault("1"),
              Field.of("seed", new FieldType.Whole(0, 1_000_000), "Seed of randomized values.")
                  .withDefault("1"),
              Field.of("viewed", TIME, "When the problem was first looked at.")
                  .withAliases("created")
                  .withDefault("five minutes before the first attempt")),
          List.of("username", "block", "course_id"));

  final Kind videoPositions =
      new Kind(
          "video_positions",
          List.of(),
          "Where users stopped videos. Other fields of the state stay as they are.",
          List.of(
              username(),
              block("The video."),
              course(),
              Field.of(
                      "position",
                      new FieldType.Text(8),
                      "Where it was stopped: `HH:MM:SS`, or whole seconds.")
                  .asRequired(),
              Field.of("modified", TIME, "When it was stopped.")
                  .withAliases("at")
                  .withDefault("now")),
          List.of("username", "block", "course_id"));

  final Kind positions =
      new Kind(
          "positions",
          List.of(),
          "Which child of a course, chapter or sequential a user was last in. Other fields of the"
              + " state stay as they are.",
          List.of(
              username(),
              Field.of(
                      "block",
                      new FieldType.UsageKeyText(),
                      "The course, chapter or sequential by its key.")
                  .withAliases("usage_key", "module_id")
                  .spelledAs(LmsKinds.COURSES, "course_id")
                  .withDefault("the course itself"),
              course(),
              Field.of("position", new FieldType.Whole(1, 10_000), "The child, counted from 1.")
                  .asRequired(),
              Field.of("modified", TIME, "When the user went there.")
                  .withAliases("at")
                  .withDefault("now")),
          List.of("username", "block", "course_id"));

  /** In the order in which they are loaded. */
  List<Kind> all() {
    return List.of(studentModules, problemAttempts, videoPositions, positions);
  }

  static Field extendedHistory() {
    return Field.of(
            EXTENDED_HISTORY,
            new FieldType.Bool(),
            "Whether versions of learner state go to the extended history table: the site's"
                + " ENABLE_CSMH_EXTENDED.")
        .withDefault("true where the database has that table");
  }

  private static Field username() {
    return Field.of("username", new FieldType.Text(150), "The user, by name.")
        .withAliases("user")
        .naming("users", "username")
        .asRequired();
  }

  private static Field block(String summary) {
    return Field.of("block", new FieldType.UsageKeyText(), summary)
        .withAliases("usage_key", "module_id")
        .spelledAs(LmsKinds.COURSES, "course_id")
        .asRequired();
  }

  private static Field course() {
    return Field.of(
            "course_id",
            new FieldType.CourseKeyText(),
            "The course run; needed when the block's key does not name it.")
        .withAliases("course", "course_key")
        .spelledAs(LmsKinds.COURSES, "course_id")
        .withDefault("the course in the block's key");
  }
}
