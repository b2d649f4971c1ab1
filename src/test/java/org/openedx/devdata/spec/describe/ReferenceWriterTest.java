package org.openedx.devdata.spec.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SampleServices;
import org.openedx.devdata.spec.ServiceDescriptor;
import org.openedx.devdata.spec.read.SpecReader;
import org.openedx.devdata.spec.yaml.YamlLimits;
import org.openedx.devdata.spec.yaml.YamlReader;

class ReferenceWriterTest {

  private final String page = new ReferenceWriter().page(SampleServices.all().values());

  @Test
  void everyKindHasATableOfItsKeys() {
    assertThat(page)
        .contains("### `enrollments`\n\nEnrolments of users in courses. Also written `enrolments`.")
        .contains("Natural key: `username`, `course_id`.")
        .contains("| `mode` | one of `audit`, `honor`,")
        .contains("| `username` | text, up to 150 | **required** | Name to log in with. |")
        .contains("| `course_id`, also `course_key`, `course` | course key | **required** |")
        .contains("#### `enrollments.history`");
  }

  @Test
  void refusedKeysAreNamedWithTheirReason() {
    assertThat(page).contains("Not allowed: `id`; it is a primary key");
  }

  @Test
  void examplesAreValid() {
    for (ServiceDescriptor service : SampleServices.all().values()) {
      for (Kind kind : service.kinds()) {
        assertThat(problems(service, new ExampleWriter().of(kind))).as(kind.name()).isEmpty();
      }
    }
  }

  private static List<?> problems(ServiceDescriptor service, String yaml) {
    Problems problems = new Problems();
    YamlReader reader = new YamlReader(YamlLimits.DEFAULT, name -> null);
    reader
        .read("example", yaml.getBytes(StandardCharsets.UTF_8), problems)
        .ifPresent(
            root -> new SpecReader(service, SampleServices.keys()).read("example", root, problems));
    return problems.sorted();
  }
}
