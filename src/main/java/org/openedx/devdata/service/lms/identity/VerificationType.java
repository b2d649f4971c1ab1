package org.openedx.devdata.service.lms.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;

/** The ways to verify an identity that a spec can name, and the columns that only some have. */
enum VerificationType {
  PHOTO("photo", "softwaresecurephotoverification", Set.of()),
  MANUAL("manual", "manualverification", Set.of("reason")),
  SSO("sso", "ssoverification", Set.of("identity_provider_type", "identity_provider_slug"));

  private static final List<String> SHARED =
      List.of("name", "status", "status_changed", "created_at", "updated_at", "expiration_date");

  private final String word;
  private final String model;
  private final Set<String> own;

  VerificationType(String word, String model, Set<String> own) {
    this.model = model;
    this.word = word;
    this.own = own;
  }

  String word() {
    return word;
  }

  static List<String> words() {
    return Arrays.stream(values()).map(type -> type.word).toList();
  }

  /** The table of such verifications. */
  Table table(TableSet tables) {
    return tables.get("verify_student_" + model);
  }

  static VerificationType of(SpecRecord record) {
    String word = record.text("type").orElse(PHOTO.word);
    return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst().orElseThrow();
  }

  /** Adds a problem for each field that verifications of the record's type do not have. */
  static void check(SpecRecord record, Problems problems) {
    VerificationType type = of(record);
    for (Field known : record.kind().fields()) {
      String field = known.name();
      if (!record.has(field)) {
        continue;
      }
      boolean general = field.equals("username") || field.equals("type") || SHARED.contains(field);
      boolean foreign = type == PHOTO ? othersOwn(field) : !type.own.contains(field);
      if (!general && foreign) {
        problems.add(
            record.positionOf(field),
            "a verification of type '" + type.word + "' has no '" + field + "'; leave it out");
      }
    }
  }

  private static boolean othersOwn(String field) {
    return MANUAL.own.contains(field) || SSO.own.contains(field);
  }
}
