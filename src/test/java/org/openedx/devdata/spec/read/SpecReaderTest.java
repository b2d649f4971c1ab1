package org.openedx.devdata.spec.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SampleServices;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.yaml.YamlLimits;
import org.openedx.devdata.spec.yaml.YamlReader;

class SpecReaderTest {

  private static final Map<String, String> ENVIRONMENT = Map.of("STAFF", "yes", "PW", "s3cret");

  private static ServiceSpec lms(String yaml) {
    Problems problems = new Problems();
    YamlReader reader = new YamlReader(YamlLimits.DEFAULT, ENVIRONMENT::get);
    ServiceSpec spec =
        reader
            .read("lms.yaml", yaml.getBytes(StandardCharsets.UTF_8), problems)
            .map(
                root ->
                    new SpecReader(SampleServices.lms(), SampleServices.keys())
                        .read("lms.yaml", root, problems))
            .orElse(null);
    problems.throwIfAny();
    return spec;
  }

  private static SpecRecord user(String fields) {
    return lms("users:\n- username: anna\n  " + fields + "\n").of("users").get(0);
  }

  @Test
  void readsTheExampleOfTheProposal() {
    ServiceSpec spec =
        lms(
            """
            users:
              - username: anna
                email: anna@example.com
            enrollments:
              - username: anna
                course_id: course-v1:edX+DemoX+Demo_Course
                mode: verified
            """);
    assertThat(spec.of("users").get(0).text("email")).contains("anna@example.com");
    assertThat(spec.of("enrollments").get(0).text("mode")).contains("verified");
    assertThat(spec.records()).doesNotContainKey("courses");
  }

  @Test
  void textKeepsItsLettersWhateverYamlTakesThemFor() {
    assertThat(user("country: NO").text("country")).contains("NO");
    assertThat(user("email: 007").text("email")).contains("007");
    assertThat(user("email: 1e3").text("email")).contains("1e3");
    assertThat(user("email: 2026-03-29").text("email")).contains("2026-03-29");
  }

  @Test
  void plainNullIsNullAndQuotedNullIsText() {
    assertThat(user("country: null").raw("country")).isSameAs(SpecRecord.NULL);
    assertThat(user("country: ~").raw("country")).isSameAs(SpecRecord.NULL);
    assertThat(user("country: ").raw("country")).isSameAs(SpecRecord.NULL);
    assertThat(user("email: 'null'").text("email")).contains("null");
    assertThat(user("email: !!str null").text("email")).contains("null");
  }

  @Test
  void environmentIsReadBeforeTypes() {
    assertThat(user("is_staff: '${STAFF}'").bool("is_staff")).contains(true);
    assertThat(user("year_of_birth: ${YEAR:-1999}").whole("year_of_birth")).contains(1999L);
  }

  @Test
  void valuesOfTheEnvironmentAreNotRepeatedInProblems() {
    assertThatThrownBy(() -> user("is_staff: ${PW}"))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("${PW}")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void mergedKeysAreReadAsOwn() {
    ServiceSpec spec =
        lms(
            """
            x-defaults: &d {country: DE, is_staff: true}
            users:
            - {<<: *d, username: anna, is_staff: false}
            """);
    SpecRecord anna = spec.of("users").get(0);
    assertThat(anna.text("country")).contains("DE");
    assertThat(anna.bool("is_staff")).contains(false);
    assertThat(anna.positionOf("country")).hasToString("lms.yaml:1:26");
  }
}
