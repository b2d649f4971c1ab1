package org.openedx.devdata.tracking;

import org.openedx.devdata.world.BlockType;

/**
 * Place of a request that an event was logged during; texts as they stand in JSON.
 *
 * @param path of the request
 * @param referer the page that it came from; for events of a page, the page
 * @param block type of the block that answered it; null when none did
 */
record RequestPlace(String path, String referer, BlockType block) {

  /** Without a request. */
  static final RequestPlace NONE = new RequestPlace("", "", null);

  private static final String EVENT = "/event";

  static RequestPlace of(Scene scene) {
    CoursePages course = scene.course;
    return switch (scene.event) {
      case ENROLLED, MODE_CHANGED -> request("/change_enrollment", course.page("/about"));
      case UNENROLLED -> request("/change_enrollment", course.lmsUrl() + "/dashboard");
      case NEXT, PREVIOUS, TAB -> request(EVENT, course.sequence(scene.block()));
      case OUTLINE, LINK -> request(EVENT, course.page("/course/"));
      case ANSWER_SENT -> request(EVENT, course.unitOf(BlockType.PROBLEM, scene.block()));
      case ANSWER_MARKED, PROBLEM_SUBMITTED ->
          handler(scene, BlockType.PROBLEM, "xmodule_handler/problem_check");
      case ANSWER_SHOWN -> handler(scene, BlockType.PROBLEM, "xmodule_handler/problem_show");
      case HINT_SHOWN -> handler(scene, BlockType.PROBLEM, "xmodule_handler/hint_button");
      case BLOCK_COMPLETED -> {
        BlockType type = BlockType.values()[scene.first()];
        yield handler(
            scene,
            type,
            type == BlockType.PROBLEM ? "xmodule_handler/problem_check" : "publish_completion");
      }
      case EXAM_BEGUN, EXAM_SUBMITTED ->
          request(ExamPayloads.path(scene), course.sequence(scene.block()));
      case THREAD_CREATED,
          THREAD_VIEWED,
          THREAD_VOTED,
          THREAD_REPORTED,
          RESPONSE_CREATED,
          RESPONSE_VOTED,
          COMMENT_CREATED ->
          request(ForumPayloads.path(scene), ForumPayloads.referer(scene));
      default -> request(EVENT, course.unitOf(BlockType.VIDEO, scene.block()));
    };
  }

  private static RequestPlace request(String path, String referer) {
    return new RequestPlace(path, referer, null);
  }

  private static RequestPlace handler(Scene scene, BlockType type, String handler) {
    CoursePages course = scene.course;
    return new RequestPlace(
        course.handler(type, scene.block(), handler), course.unitOf(type, scene.block()), type);
  }
}
