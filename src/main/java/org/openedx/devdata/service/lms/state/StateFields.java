package org.openedx.devdata.service.lms.state;

import java.util.List;
import org.openedx.devdata.service.lms.courses.CourseKind;
import org.openedx.devdata.service.lms.people.UserKind;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.ServiceSpec;

/** Fields by which all kinds of learner state say whose it is and in which block. Stateless. */
final class StateFields {

  static final FieldType REAL = new FieldType.Real();
  static final FieldType TIME = new FieldType.Time();

  /** Natural key of all these kinds. */
  static final List<String> IDENTITY = List.of("username", "block", "course_id");

  private StateFields() {}

  /** The kinds of learner state in a spec. */
  static List<Kind> kinds(ServiceSpec spec) {
    return spec.descriptor().kinds().stream()
        .filter(kind -> kind.identity().equals(IDENTITY))
        .toList();
  }

  static Field username() {
    return UserKind.username().withAliases("user");
  }

  /**
   * @param type of the block in the kind's example
   * @param id of that block
   */
  static Field block(String summary, String type, String id) {
    return optionalBlock(summary)
        .withExample("block-v1:OpenedX+DemoX+DemoCourse+type@%s+block@%s".formatted(type, id))
        .asRequired();
  }

  static Field optionalBlock(String summary) {
    return CourseKind.inCourse(
        Field.of("block", new FieldType.UsageKeyText(), summary)
            .withAliases("usage_key", "module_id"));
  }

  static Field course() {
    return CourseKind.inCourse(
        Field.of(
                "course_id",
                new FieldType.CourseKeyText(),
                "The course run; needed when the block's key does not name it.")
            .withAliases("course", "course_key")
            .withDefault("the course in the block's key"));
  }
}
