package org.openedx.devdata.spec.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SampleServices;
import org.openedx.devdata.spec.describe.SchemaWriter;
import org.openedx.devdata.spec.yaml.SpecNode;
import org.openedx.devdata.spec.yaml.YamlLimits;
import org.openedx.devdata.spec.yaml.YamlReader;

/** The schema lets pass what the reader lets pass, and refuses what a schema can see. */
class SchemaAgreementTest {

  private static final Path BROKEN = Path.of("src/test/resources/specs/broken");

  private static final String GOOD =
      """
      create_missing: yes
      x-free: [anything, {at: all}]
      users:
      - username: 007
        email: ${MAIL:-anna@example.com}
        password_hash: ~
        is_staff: "yes"
        is_active: 1
        groups: [a, 12, true]
        date_joined: now - 1y6mo + 3d12h
        country: NO
        year_of_birth: "1990"
        meta: {any: [thing, 1.5, null]}
        preferences: {lang: de}
      - {username: ben, year_of_birth: null, is_active: '${ON:-on}', date_joined: 2026-03-29}
      courses:
      - course_key: course-v1:edX+DemoX+Demo_Course
        start: 2026-03-29 01:30
        end: null
        launch_day: 2026-03-29
        lowest_passing_grade: 0.55
        effort: 1e1
        root_block: block-v1:edX+DemoX+Demo_Course+type@course+block@course
      - {course: course-v1:edX+DemoX+2, start: "today", lowest_passing_grade: "50.5"}
      course_modes:
      enrollments: []
      """;

  private static JsonNode json(String yaml) {
    Problems problems = new Problems();
    Reading reading = new Reading("f", problems);
    SpecNode root = tree(yaml, problems);
    return (JsonNode) new JsonReader("x", false).read(root, reading);
  }

  private static SpecNode tree(String yaml, Problems problems) {
    return new YamlReader(YamlLimits.DEFAULT, name -> null)
        .read("f", yaml.replace("${", "$${").getBytes(StandardCharsets.UTF_8), problems)
        .orElseThrow();
  }

  private static Set<ValidationMessage> complaints(ObjectNode schema, String yaml) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(schema)
        .validate(json(yaml));
  }

  private static ObjectNode lms() {
    return new SchemaWriter().service(SampleServices.lms());
  }

  private static ObjectNode top() {
    return new SchemaWriter().topLevel(SampleServices.all().values());
  }

  @Test
  void theGoodSpecIsGoodForTheReader() {
    Problems problems = new Problems();
    SpecNode root =
        new YamlReader(YamlLimits.DEFAULT, name -> null)
            .read("f", GOOD.getBytes(StandardCharsets.UTF_8), problems)
            .orElseThrow();
    new SpecReader(SampleServices.lms(), SampleServices.keys()).read("f", root, problems);
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void theGoodSpecIsGoodForTheSchema() {
    assertThat(complaints(lms(), GOOD)).isEmpty();
  }

  @Test
  void recordsThatStandForManyAreGoodForTheSchema() {
    String good =
        """
        users:
        - {repeat: 3, username: 'u{i}', country: {pick: {NG: 1, IN: 2}}, groups: ['g{i}']}
        - {from: a.csv, year_of_birth: {between: [1960, 1970]}}
        - {username: anna}
        enrollments:
        - {for_each: {users: 'u*'}, course_id: {each: [course-v1:X+A+1]}, share: 0.5}
        """;
    assertThat(complaints(lms(), good)).isEmpty();
    assertThat(complaints(lms(), good.replace("groups:", "grops:"))).isNotEmpty();
    assertThat(complaints(lms(), good.replace("'u{i}'", "{picks: [a]}"))).isNotEmpty();
    assertThat(complaints(lms(), good.replace("username: anna", "username: {pick: [a]}")))
        .isNotEmpty();
  }

  @Test
  void schemasAreSchemas() {
    assertThat(metaSchemaComplaints(lms())).isEmpty();
    assertThat(metaSchemaComplaints(new SchemaWriter().service(SampleServices.ecommerce())))
        .isEmpty();
    assertThat(metaSchemaComplaints(top())).isEmpty();
  }

  private static Set<ValidationMessage> metaSchemaComplaints(ObjectNode schema) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(
            com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
        .validate(schema);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lms-key-unknown",
        "lms-key-missing",
        "lms-key-primary",
        "lms-key-two-spellings",
        "lms-kind-unknown",
        "lms-kind-mapping",
        "lms-kind-text",
        "lms-kind-of-texts",
        "lms-kind-two-spellings",
        "lms-kind-setting-type",
        "lms-root-text",
        "lms-root-list-of-records",
        "lms-value-text-is-list",
        "lms-value-text-too-long",
        "lms-value-null",
        "lms-value-bool",
        "lms-value-whole",
        "lms-value-whole-negative",
        "lms-value-decimal",
        "lms-value-choice",
        "lms-value-course-key",
        "lms-value-usage-key",
        "lms-value-time",
        "lms-value-day",
        "lms-value-list",
        "lms-value-map",
        "lms-value-nested"
      })
  void brokenSpecsAreRefused(String name) throws IOException {
    assertThat(complaints(lms(), Files.readString(BROKEN.resolve(name + ".yaml")))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "top-empty-list",
        "top-text",
        "top-item-text",
        "top-item-short",
        "top-missing-keys",
        "top-unknown-key",
        "top-both-spellings",
        "top-unknown-ida",
        "top-version-missing",
        "top-version-unknown",
        "top-mapping-unknown-key",
        "top-services-mapping",
        "top-services-null",
        "top-targets",
        "top-targets-list",
        "top-is-service"
      })
  void brokenTopLevelSpecsAreRefused(String name) throws IOException {
    assertThat(complaints(top(), Files.readString(BROKEN.resolve(name + ".yaml")))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- {ida: lms, path: lms.yaml}",
        "- {ida_name: lms, data_spec_path: a/b.yaml}\n- {ida: ecommerce, data_spec_path: '-'}",
        "version: 1\nx-a: 1\nservices: [{ida: lms, path: http://localhost/lms.yaml}]",
        "version: 1\ntargets: {dev: {lms: {url: 'jdbc:x', user: u, password: '${PW}'}}}\n"
            + "services: [{ida: cms, path: cms.yaml}]",
      })
  void goodTopLevelSpecsPass(String yaml) {
    assertThat(complaints(top(), yaml)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-29",
        "2026-03-29 01:30",
        "2026-03-29T01:30:00.123456Z",
        "2026-03-29T01:30:00+05:30",
        "now",
        "today",
        "now - 3d",
        "now-3d+12h",
        "today + 1y6mo2w3d4h5m6s",
        "now - 90min"
      })
  void timesOfTheReaderPassTheSchema(String time) {
    String yaml = "users: [{username: anna, date_joined: '" + time + "'}]";
    assertThat(complaints(lms(), yaml)).isEmpty();
  }

  @Test
  void defaultsAndSpellingsAreInTheSchema() {
    JsonNode mode = lms().at("/properties/enrolments/items/else/properties/mode");
    assertThat(mode.get("default").asText()).isEqualTo("audit");
    assertThat(mode.at("/anyOf/0/enum").size()).isEqualTo(6);
    assertThat(
            lms().at("/properties/courses/items/else/properties/course_key/description").asText())
        .isEqualTo("The same as course_id.");
  }
}
