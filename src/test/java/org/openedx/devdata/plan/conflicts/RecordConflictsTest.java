package org.openedx.devdata.plan.conflicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openedx.devdata.plan.SqlService;
import org.openedx.devdata.service.ecommerce.EcommerceService;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.testing.SpecLab;

/** Records of one spec or of several that contradict each other. */
class RecordConflictsTest {

  private static final LmsService LMS = LmsService.lms();
  private static final EcommerceService SHOP = new EcommerceService();

  private static void refused(String message, String... specs) {
    assertThatThrownBy(() -> SpecLab.readInTurn(LMS, specs))
        .isInstanceOf(SpecException.class)
        .hasMessage(message);
  }

  @Test
  void oneAddressForTwoUsersOfTwoEntriesIsRefusedWithBothPlaces() {
    refused(
        "2.yaml:1:31: email \"X@example.com\" is already that of the record at 1.yaml:1:31;"
            + " users.email must be a different one for each",
        "users: [{username: a1, email: x@example.com}]",
        "users: [{username: b1, email: X@example.com}]");
  }

  @Test
  void anElementOfTwoRecordsAndACommonValueThatDiffersAreRefusedAcrossEntries() {
    String users = "users: [{username: u}]\n";
    refused(
        "2.yaml:2:47: users \"U\" is already that of the record at 1.yaml:2:46;"
            + " cohorts.users must be a different one for each\n"
            + "2.yaml:2:64: is_cohorted of this course_id is true at 1.yaml:2:64; say it once",
        users + "cohorts: [{course_id: a/b/c, name: A, users: [u], is_cohorted: true}]",
        users + "cohorts: [{course_id: A/b/c, name: B, users: [U], is_cohorted: false}]");
  }

  @Test
  void oneAddressForTwoUsersOfOneEntryIsRefused() {
    refused(
        "1.yaml:3:24: email \"X@example.com\" is already that of the record at 1.yaml:2:24;"
            + " users.email must be a different one for each",
        "users:\n- {username: a, email: x@example.com}\n- {username: b, email: X@example.com}\n");
  }

  @Test
  void anAddressThatAnotherUserGetsByDefaultIsRefused() {
    refused(
        "1.yaml:1:31: email \"b@example.com\" is what the record gets that says nothing of it, at"
            + " 2.yaml:1:9; users.email must be a different one for each",
        "users: [{username: a, email: b@example.com}]".replace("a, ", "a,  "),
        "users: [{username: b}]");
  }

  @Test
  void theSameRecordTwiceIsNoConflict() {
    assertThatCode(
            () ->
                SpecLab.readInTurn(
                    LMS,
                    "users: [{username: a, email: x@y.org, groups: [one], date_joined: now}]",
                    "users: [{username: a, email: x@y.org, groups: [two], date_joined: now - 3d}]",
                    "users: [{username: a, is_staff: true}]"))
        .doesNotThrowAnyException();
  }

  @Test
  void anotherNameOfStudioForTheSameRowsIsHeldAgainstIt() {
    assertThat(LMS.asCms().descriptor().kinds()).containsAnyElementsOf(LMS.descriptor().kinds());
  }

  @Test
  void partnersOfTheShopAreHeldAgainstEachOther() {
    assertThatThrownBy(
            () ->
                SpecLab.readInTurn(
                    SHOP,
                    "partners: [{code: one, short_code: x}]",
                    "partners: [{code: two, short_code: X}]"))
        .hasMessageStartingWith("2.yaml:1:36: short_code \"X\" is already that of the record at");
  }

  private static Stream<Kind> kinds() {
    return Stream.of(LMS, SHOP)
        .flatMap(service -> service.descriptor().kinds().stream())
        .filter(kind -> !kind.identity().isEmpty());
  }

  private static SqlService serviceOf(Kind kind) {
    return LMS.descriptor().kinds().contains(kind) ? LMS : SHOP;
  }

  private static String value(FieldType type, int number) {
    if (type instanceof FieldType.Whole whole) {
      return String.valueOf(Math.max(whole.min(), 1) + number);
    }
    if (type instanceof FieldType.Decimal || type instanceof FieldType.Real) {
      return "0." + (number + 1);
    }
    if (type instanceof FieldType.Bool) {
      return number == 0 ? "true" : "false";
    }
    if (type instanceof FieldType.Choice choice) {
      return choice.values().get(number);
    }
    if (type instanceof FieldType.Time || type instanceof FieldType.Day) {
      return "2026-03-0" + (number + 1);
    }
    if (type instanceof FieldType.CourseKeyText) {
      return "a/b/c" + number;
    }
    if (type instanceof FieldType.UsageKeyText) {
      return "block-v1:a+b+c+type@problem+block@p" + number;
    }
    return type instanceof FieldType.Json ? "{k: " + number + "}" : "v" + number;
  }

  private static String record(Kind kind, Field other, int number) {
    StringBuilder record = new StringBuilder(kind.name() + ": [{");
    String separator = "";
    for (Field field : kind.fields()) {
      boolean same = kind.identity().contains(field.name()) || field.required();
      if (field == other || (same && !(field.type() instanceof FieldType.Records))) {
        record
            .append(separator)
            .append(field.name())
            .append(": ")
            .append(value(field.type(), field == other ? number : 0));
        separator = ", ";
      }
    }
    return record.append("}]").toString();
  }

  /** Every field of every kind: two values of one record are found, one value is not. */
  @ParameterizedTest
  @MethodSource("kinds")
  void twoValuesOfOneFieldAreFound(Kind kind) {
    SqlService service = serviceOf(kind);
    for (Field field : kind.fields()) {
      boolean single =
          !(field.type() instanceof FieldType.Records
              || field.type() instanceof FieldType.ListOf
              || field.type() instanceof FieldType.MapOf);
      if (!single || !field.forbidden().isEmpty() || kind.identity().contains(field.name())) {
        continue;
      }
      String one = record(kind, field, 0);
      String two = record(kind, field, 1);
      String found =
          "\"" + field.name() + "\" of this record in " + kind + " is not what 1.yaml:1:";
      assertThat(messages(service, one, two)).as(one + " / " + two).contains(found);
      assertThat(messages(service, one, one)).as(one).doesNotContain(found);
    }
  }

  private static String messages(SqlService service, String... specs) {
    try {
      SpecLab.readInTurn(service, specs);
      return "";
    } catch (SpecException e) {
      return e.getMessage();
    }
  }

  /** Every kind of every service with keys that cannot be read: they are not taken for the same. */
  @ParameterizedTest
  @MethodSource("kinds")
  void keysThatCannotBeReadAreNotDuplicates(Kind kind) {
    for (int bad = 1; bad < 1 << kind.identity().size(); bad++) {
      StringBuilder spec = new StringBuilder(kind.name() + ":\n");
      for (int number = 0; number < 2; number++) {
        String lead = "- ";
        for (int i = 0; i < kind.identity().size(); i++) {
          Field field = kind.fields().get(kind.indexOf(kind.identity().get(i)));
          String value = (bad & 1 << i) == 0 ? value(field.type(), 0) : "[bad, " + number + "]";
          spec.append(lead).append(field.name()).append(": ").append(value).append('\n');
          lead = "  ";
        }
      }
      assertThat(messages(serviceOf(kind), spec.toString()))
          .as(spec.toString())
          .contains("must be")
          .doesNotContain("stands twice")
          .doesNotContain("is the same to the database")
          .doesNotContain("already");
    }
  }
}
