package org.openedx.devdata.service.lms.userstate;

import org.openedx.devdata.opaquekeys.LearningContextKey;
import org.openedx.devdata.opaquekeys.UsageKey;

/**
 * A block as the columns of a learner state row name it.
 *
 * @param moduleId usage key, without branch and version
 * @param courseId key of the course or library
 * @param moduleType block type
 */
public record BlockPlace(String moduleId, String courseId, String moduleType) {

  /** Maximum length of the column {@code module_type}, in characters. */
  private static final int TYPE_LENGTH = 32;

  /**
   * The place of a block.
   *
   * @throws UserStateException.InvalidState when its key does not name its course, or its type is
   *     too long
   */
  public static BlockPlace of(UsageKey block) {
    UsageKey stored = block.withoutBranchAndVersion();
    LearningContextKey context =
        stored
            .contextKey()
            .orElseThrow(
                () ->
                    new UserStateException.InvalidState(
                        "block '%s' does not name the run of its course; name the course too"
                            .formatted(block)));
    String type = stored.blockType();
    if (type.codePointCount(0, type.length()) > TYPE_LENGTH) {
      throw new UserStateException.InvalidState(
          "the type of block '%s' is longer than the %s characters that the database holds"
              .formatted(block, TYPE_LENGTH));
    }
    return new BlockPlace(stored.text(), contextText(context), type);
  }

  /** The course or library as the column {@code course_id} names it. */
  public static String contextText(LearningContextKey context) {
    return context instanceof org.openedx.devdata.opaquekeys.CourseKey course
        ? course.withoutBranchAndVersion().text()
        : context.text();
  }
}
