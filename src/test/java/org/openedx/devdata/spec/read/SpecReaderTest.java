package org.openedx.devdata.spec.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SampleServices;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.yaml.SpecNode;
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

  @Test
  void truthValuesMayBeWrittenInAllUsualWays() {
    for (String yes : new String[] {"true", "True", "yes", "on", "ON", "1", "'yes'"}) {
      assertThat(user("is_staff: " + yes).bool("is_staff")).as(yes).contains(true);
    }
    for (String no : new String[] {"false", "FALSE", "no", "off", "0"}) {
      assertThat(user("is_staff: " + no).bool("is_staff")).as(no).contains(false);
    }
  }

  @Test
  void numbersKeepTheirDigits() {
    SpecRecord course =
        lms("courses:\n- course_id: course-v1:a+b+c\n  lowest_passing_grade: 0.50\n"
                + "  effort: 1.5e1\n")
            .of("courses")
            .get(0);
    assertThat(course.raw("lowest_passing_grade")).isEqualTo(new BigDecimal("0.50"));
    assertThat(course.raw("effort")).isEqualTo(15.0);
  }

  @Test
  void jsonKeepsTypesAsYaml12SeesThem() {
    SpecRecord anna =
        user(
            "meta: {a: 007, b: NO, c: true, d: ~, e: 1.50, f: '1', g: [12345678901234567890], h: 0x1F}");
    assertThat(anna.raw("meta"))
        .hasToString(
            "{\"a\":\"007\",\"b\":\"NO\",\"c\":true,\"d\":null,\"e\":1.50,\"f\":\"1\","
                + "\"g\":[12345678901234567890],\"h\":\"0x1F\"}");
  }

  @Test
  void listsMappingsAndNestedRecordsAreRead() {
    SpecRecord anna = user("groups: [a, 12, yes]\n  preferences: {b: 2, a: 1}");
    assertThat(anna.texts("groups")).containsExactly("a", "12", "yes");
    assertThat(anna.raw("preferences")).hasToString("{b=2, a=1}");
    SpecRecord enrollment =
        lms("enrolments:\n- username: anna\n  course: course-v1:a+b+c\n"
                + "  history: [{date: now - 3d, mode: audit}]\n")
            .of("enrollments")
            .get(0);
    assertThat(enrollment.records("history").get(0).text("mode")).contains("audit");
    assertThat(enrollment.text("course_id")).contains("course-v1:a+b+c");
  }

  @Test
  void aKindWithNothingBehindItIsAnEmptyList() {
    assertThat(lms("users:\ncourses: []\n").records()).containsOnlyKeys("users", "courses");
  }

  @Test
  void kindsComeInTheOrderOfTheDescriptorWhateverTheFileSays() {
    ServiceSpec spec = lms("enrollments: []\nverifications: []\nusers: []\n");
    assertThat(spec.records().keySet()).containsExactly("users", "enrollments", "verifications");
  }

  @Test
  void recordsKnowTheirPlaceAndThatOfTheirValues() {
    ServiceSpec spec = lms("users:\n- username: anna\n- username: ben\n  email: b@example.com\n");
    SpecRecord ben = spec.of("users").get(1);
    assertThat(ben.ordinal()).isEqualTo(1);
    assertThat(ben.position()).hasToString("lms.yaml:3:3");
    assertThat(ben.positionOf("email")).hasToString("lms.yaml:4:10");
    assertThat(ben.positionOf("password")).isEqualTo(ben.position());
    assertThat(ben.has("password")).isFalse();
    assertThat(spec.of("users").get(0).has("email")).isFalse();
  }

  @Test
  void recordsWithoutAnyKeyFieldMayRepeat() {
    Kind kind =
        new Kind(
            "things",
            List.of(),
            "",
            List.of(Field.of("name", new FieldType.Text(9), "")),
            List.of("name"));
    Problems problems = new Problems();
    SpecNode root =
        new YamlReader(YamlLimits.DEFAULT, ENVIRONMENT::get)
            .read("f", "[{}, {}, {}]".getBytes(StandardCharsets.UTF_8), problems)
            .orElseThrow();
    assertThat(new KindReader(kind, SampleServices.keys()).list("f", root, problems)).hasSize(3);
    assertThat(problems.isEmpty()).isTrue();
  }
}
