package org.openedx.devdata.tracking;

import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.world.BlockType;

/** Payloads of enrolments and of what is done on pages of a course. Stateless. */
final class PagePayloads {

  private PagePayloads() {}

  static void enrolment(Scene scene, JsonBytes out) {
    out.begin()
        .number("user_id", scene.person.userId())
        .text("course_id", scene.course.key())
        .text("mode", scene.modes.get(scene.first()))
        .end();
  }

  /**
   * A step within a sequential or out of it. The last three are added under their older keys, but
   * not when the step leaves the sequential.
   */
  static void step(Scene scene, JsonBytes out) {
    int tab = scene.first();
    out.begin()
        .number("current_tab", tab)
        .text("id", scene.course.usage(BlockType.SEQUENTIAL, scene.block()))
        .number("tab_count", scene.second());
    if (scene.event == TrackedEvent.TAB) {
      out.number("target_tab", scene.third());
    }
    out.text("widget_placement", scene.bits() % 3 == 0 ? "top" : "bottom");
    if (!leaves(scene)) {
      int to =
          scene.event == TrackedEvent.TAB
              ? scene.third()
              : scene.event == TrackedEvent.NEXT ? tab + 1 : tab - 1;
      out.number("old", tab).number("new", to);
    }
    out.end();
  }

  /** Returns whether a step ends in another sequential. */
  static boolean leaves(Scene scene) {
    return switch (scene.event) {
      case NEXT -> scene.first() == scene.second();
      case PREVIOUS -> scene.first() == 1;
      default -> false;
    };
  }

  static void outline(Scene scene, JsonBytes out) {
    JsonText title = scene.shape().run().outline().sequentialText(scene.block());
    out.begin()
        .text("current_url", scene.course.page("/course/"))
        .text("target_url", scene.course.jump(scene.block()))
        .text("target_name", title)
        .text("widget_placement", "accordion")
        .end();
  }

  static void link(Scene scene, JsonBytes out) {
    out.begin()
        .text("current_url", scene.course.page("/course/"))
        .text("target_url", scene.course.jump(scene.block()))
        .end();
  }

  static void completion(Scene scene, JsonBytes out) {
    BlockType type = BlockType.values()[scene.first()];
    out.begin()
        .number("user_id", scene.person.userId())
        .text("course_id", scene.course.key())
        .text("block_id", scene.course.usage(type, scene.block()))
        .text("block_type", type.key())
        .json("completion", "1.0")
        .moment("modified", scene.micros(), 'T')
        .moment("created", scene.micros(), 'T')
        .end();
  }
}
