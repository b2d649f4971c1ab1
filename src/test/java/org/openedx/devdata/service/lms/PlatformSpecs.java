package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.testing.SpecLab;

/**
 * Records that are held against the rules of the platform. The letter C as a value is a course, P a
 * problem of it, V a video; a user {@code ada} is there unless the records begin with users.
 */
public final class PlatformSpecs {

  private static final String HEAD = "users: [{username: ada}]\n";
  private static final String PROBLEM = "block-v1:edX+DemoX+2026+type@problem+block@p1";

  private PlatformSpecs() {}

  /** Expects an error that contains a text. */
  public static void assertRefused(String records, String message) {
    assertThatThrownBy(() -> SpecLab.read(LmsService.lms(), spec(records)))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining(message);
  }

  /** Expects one warning, which contains a text. */
  public static void assertWarned(String records, String message) {
    List<String> warnings = SpecLab.warnings(LmsService.lms(), spec(records));

    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0)).startsWith("spec.yaml:").contains(message);
  }

  /** Expects neither errors nor warnings. */
  public static void assertTaken(String records) {
    assertThat(SpecLab.warnings(LmsService.lms(), spec(records))).isEmpty();
  }

  private static String spec(String records) {
    String spec = records.startsWith("users") || records.startsWith("{") ? records : HEAD + records;
    return spec.replace(": C", ": course-v1:edX+DemoX+2026")
        .replace(": P", ": " + PROBLEM)
        .replace(": V", ": " + PROBLEM.replace("@problem", "@video"));
  }
}
