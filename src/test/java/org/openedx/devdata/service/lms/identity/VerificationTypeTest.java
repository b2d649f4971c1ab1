package org.openedx.devdata.service.lms.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.service.lms.PlatformSpecs;
import org.openedx.devdata.spec.Field;

/** Fields of verifications, each held against the table of every type. */
class VerificationTypeTest {

  private static final Map<String, String> VALUES =
      Map.of("reason", "r", "identity_provider_slug", "s", "identity_provider_type", "t");

  private static String record(String type, String field, String value) {
    return "verifications: [{username: ada, type: " + type + ", " + field + ": " + value + "}]";
  }

  @ParameterizedTest
  @CsvSource({
    "photo, reason, false",
    "photo, identity_provider_slug, false",
    "manual, reason, true",
    "manual, identity_provider_type, false",
    "sso, identity_provider_type, true",
    "sso, identity_provider_slug, true",
    "sso, reason, false"
  })
  void aFieldOfAnotherTypeIsRefusedWithItsName(String type, String field, boolean taken) {
    String record = record(type, field, VALUES.get(field));
    if (taken) {
      PlatformSpecs.assertTaken(record);
    } else {
      PlatformSpecs.assertRefused(
          record, "a verification of type '%s' has no '%s'; leave it out".formatted(type, field));
    }
  }

  /** Without a type it is a photo verification. */
  @Test
  void theDefaultTypeHasNoFieldsOfOthers() {
    PlatformSpecs.assertTaken("verifications: [{username: ada}]");
    PlatformSpecs.assertRefused(
        "verifications: [{username: ada, reason: r}]", "of type 'photo' has no 'reason'");
  }

  /** What a type refuses its table lacks, and what it takes its table has. */
  @Test
  void typesTakeWhatTheirTablesHave() {
    var tables = LmsService.lms().tables();
    List<Field> fields = new VerificationKind(tables).kind().fields();
    Set<String> general = Set.of("username", "type");
    for (VerificationType type : List.of(VerificationType.MANUAL, VerificationType.SSO)) {
      Table table = type.table(tables);
      for (Field field : fields) {
        if (VALUES.containsKey(field.name()) && !general.contains(field.name())) {
          String record = record(type.word(), field.name(), VALUES.get(field.name()));
          if (table.has(field.name())) {
            PlatformSpecs.assertTaken(record);
          } else {
            PlatformSpecs.assertRefused(record, "has no '" + field.name() + "'");
          }
        }
      }
    }
    assertThat(fields).extracting(Field::name).containsAll(VALUES.keySet());
  }
}
