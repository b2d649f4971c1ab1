package org.openedx.devdata.service.lms.state;

import java.util.List;
import org.openedx.devdata.service.lms.courses.CourseKind;
import org.openedx.devdata.service.lms.people.UserKind;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.ServiceSpec;

/** Fields by which all kinds of learner state say whose it is and in which block. Stateless. */
public final class StateFields {

  public static final FieldType REAL = new FieldType.Real();
  public static final FieldType TIME = new FieldType.Time();

  /** Natural key of all these kinds. */
  public static final List<String> IDENTITY = List.of("username", "block", "course_id");

  private StateFields() {}

  /** The kinds of learner state in a spec. */
  static List<Kind> kinds(ServiceSpec spec) {
    return spec.descriptor().kinds().stream()
        .filter(kind -> kind.identity().equals(IDENTITY))
        .toList();
  }

  public static Field username() {
    return UserKind.username().withAliases("user");
  }

  /**
   * @param type of the block in the kind's example
   * @param id of that block
   */
  public static Field block(String summary, String type, String id) {
    return optionalBlock(summary)
        .withExample("block-v1:OpenedX+DemoX+DemoCourse+type@%s+block@%s".formatted(type, id))
        .asRequired();
  }

  public static Field optionalBlock(String summary) {
    return CourseKind.inCourse(
        Field.of("block", new FieldType.UsageKeyText(), summary)
            .withAliases("usage_key", "module_id"));
  }

  public static Field course() {
    return CourseKind.inCourse(
        Field.of(
                "course_id",
                new FieldType.CourseKeyText(),
                "The course run; needed when the block's key does not name it.")
            .withAliases("course", "course_key")
            .withDefault("the course in the block's key"));
  }
}
