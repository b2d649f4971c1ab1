package org.openedx.devdata.service.ecommerce.shop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.factory.ColumnFields;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.plan.kind.ColumnMapping;
import org.openedx.devdata.plan.kind.DescribedKind;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.ReferenceRule;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;

/** {@code partners}: sellers. */
public final class PartnerKind extends DescribedKind {

  static final String NAME = "partners";
  private static final String TABLE = "partner_partner";

  private static final FieldType.Text CODE = new FieldType.Text(128);
  private static final int SHORT_CODE_LENGTH = 8;

  public PartnerKind(TableSet tables) {
    super(
        ColumnFields.withUnique(
            new Kind(
                NAME,
                List.of(),
                "Sellers. Other records name them by `code`, `short_code` or `name`.",
                ColumnFields.after(
                    fields(),
                    ColumnFields.of(tables.get(TABLE), Map.of("default_site_id", "default_site"))),
                List.of("code")),
            tables.get(TABLE)),
        tables,
        TABLE);
  }

  /** The field with which a record names its partner. */
  public static Field partner() {
    return Field.of("partner", CODE, "The partner, by its code, short code or name.")
        .naming(NAME, Partners.NAMES.toArray(String[]::new))
        .asRequired();
  }

  private static List<Field> fields() {
    return List.of(
        Field.of("code", CODE, "What Oscar knows the partner by.").asRequired(),
        Field.of(
                "short_code",
                new FieldType.Text(SHORT_CODE_LENGTH),
                "What order numbers begin with.")
            .withDefault("the code"),
        Field.of("name", CODE, "What people read.").withDefault("the code"),
        SiteKind.site("default_site").withAliases("site").asNullable());
  }

  @Override
  public Optional<ReferenceRule.Home> home() {
    return Optional.of(new ReferenceRule.Home(NAME, "partner", table()));
  }

  @Override
  public Optional<String> defaultOf(SpecRecord partner, String field) {
    return field.equals("short_code") ? partner.text("code") : Optional.empty();
  }

  @Override
  public void check(ServiceSpec spec, Problems problems) {
    spec.of(NAME).forEach(partner -> checkShortCode(partner, problems));
    PartnerNameCheck.check(spec, problems);
  }

  private static void checkShortCode(SpecRecord partner, Problems problems) {
    if (partner.text("short_code").filter(String::isBlank).isPresent()) {
      problems.add(partner.positionOf("short_code"), "short_code is empty; give it a value");
    }
    String code = partner.text("code").orElse("");
    int length = code.codePointCount(0, code.length());
    if (length > SHORT_CODE_LENGTH && !partner.has("short_code")) {
      problems.add(
          partner.positionOf("code"),
          "code '%s' is %d characters long and a short code has at most %d; add a short_code"
              .formatted(code, length, SHORT_CODE_LENGTH));
    }
  }

  @Override
  public RecordFactory factory(ServiceRun run) {
    ColumnMapping columns = ColumnMapping.of(kind(), table(), Set.of());
    return (record, batch) -> {
      Row row = batch.declare(table(), record);
      columns.copy(record, row, run.now());
      String code = record.requiredText("code");
      row.fill("short_code", code);
      row.fill("name", code);
      if (record.has("default_site")) {
        row.set(
            "default_site_id",
            record.text("default_site").map(domain -> SiteKind.of(run, domain)).orElse(null));
      }
    };
  }
}
