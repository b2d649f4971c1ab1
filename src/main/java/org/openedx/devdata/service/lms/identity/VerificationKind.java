package org.openedx.devdata.service.lms.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openedx.devdata.factory.ColumnFields;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.plan.kind.Inverse;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.RecordKind;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.service.lms.people.UserKind;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;

/** {@code verifications}: photo, manual and single-sign-on verifications of identities. */
public final class VerificationKind implements RecordKind {

  static final String NAME = "verifications";

  private static final String DAYS = "verification_days";

  private static final List<String> STATUSES =
      List.of("created", "ready", "submitted", "must_retry", "approved", "denied");

  private final TableSet all;
  private final Set<Table> tables;
  private final Kind kind;

  public VerificationKind(TableSet all) {
    this.tables = tables(all);
    this.all = all;
    this.kind =
        new Kind(
            NAME,
            List.of("id_verifications"),
            "Identity verifications. A photo verification is found again by its receipt, a manual"
                + " one by user and reason, one by single sign-on by user and provider.",
            ColumnFields.after(
                fields(),
                ColumnFields.of(VerificationType.PHOTO.table(all), Map.of("user_id", "username")),
                ColumnFields.of(VerificationType.MANUAL.table(all), Map.of()),
                ColumnFields.of(VerificationType.SSO.table(all), Map.of())),
            List.of());
  }

  private static List<Field> fields() {
    return List.of(
        UserKind.username(),
        Field.of(
                "type",
                new FieldType.Choice(VerificationType.words()),
                "How the identity was verified.")
            .withDefault("photo"),
        Field.of("status", new FieldType.Choice(STATUSES), "Where it stands.")
            .withDefault("approved"),
        Field.of("name", new FieldType.Text(255), "Name at the time.").withDefault("empty"),
        Field.of("expiration_date", new FieldType.Time(), "Until when it is good.")
            .asNullable()
            .withDefault("`created_at` and verification_days"));
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public List<Field> settings() {
    return List.of(
        Field.of(
                DAYS,
                new FieldType.Whole(1, 36_500),
                "Days for which an identity verification is good: the site's"
                    + " VERIFY_STUDENT[\"DAYS_GOOD_FOR\"].")
            .withDefault("365"));
  }

  static long days(ServiceSpec spec) {
    return spec.settings().whole(DAYS).orElse(365L);
  }

  /** Tables of verifications of all types. */
  public static Set<Table> tables(TableSet all) {
    return Arrays.stream(VerificationType.values())
        .map(type -> type.table(all))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Set<Table> tables(ServiceSpec spec) {
    return tables;
  }

  @Override
  public void check(ServiceSpec spec, Problems problems) {
    spec.of(NAME).forEach(record -> VerificationType.check(record, problems));
  }

  /** A photo verification without a receipt gets one by its place in the spec. */
  @Override
  public Optional<Inverse> inverse() {
    Inverse inverse =
        Inverse.of(kind)
            .always("receipt_id")
            .later("updated_at", "status_changed", "expiration_date");
    for (VerificationType type : VerificationType.values()) {
      Table table = type.table(all);
      Map<String, Object> says =
          type == VerificationType.PHOTO ? Map.of() : Map.of("type", type.word());
      inverse = inverse.from(new Inverse.Source(table, Map.of(), says)).columns(table, "user_id");
    }
    return Optional.of(inverse);
  }

  @Override
  public RecordFactory factory(ServiceRun run) {
    return new VerificationFactory(run, kind);
  }
}
