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
import org.openedx.devdata.plan.row.Reference;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;

/** {@code sites}: sites by domain. */
public final class SiteKind extends DescribedKind {

  private static final String NAME = "sites";
  private static final String TABLE = "django_site";
  private static final FieldType.Text DOMAIN = new FieldType.Text(100);
  private static final int NAME_LENGTH = 50;

  public SiteKind(TableSet tables) {
    super(
        new Kind(
            NAME,
            List.of(),
            "Sites by domain.",
            ColumnFields.after(
                List.of(
                    Field.of("domain", DOMAIN, "Host, with its port where it is not 80 or 443.")
                        .asRequired(),
                    Field.of("name", new FieldType.Text(NAME_LENGTH), "What people read.")
                        .withDefault("the domain")),
                ColumnFields.of(tables.get(TABLE), Map.of())),
            List.of("domain")),
        tables,
        TABLE);
  }

  /** A field that names a site. */
  public static Field site(String name) {
    return Field.of(name, DOMAIN, "The site, by its domain.").naming(NAME, "domain");
  }

  /** The site of a domain. */
  public static Reference of(ServiceRun run, String domain) {
    return Reference.to(run.table(TABLE), domain);
  }

  @Override
  public Optional<ReferenceRule.Home> home() {
    return Optional.of(new ReferenceRule.Home(NAME, "site", table()));
  }

  @Override
  public void check(ServiceSpec spec, Problems problems) {
    spec.of(NAME).forEach(site -> AddressChecks.checkSite(site, problems));
  }

  @Override
  public RecordFactory factory(ServiceRun run) {
    ColumnMapping columns = ColumnMapping.of(kind(), table(), Set.of());
    return (record, batch) -> {
      Row row = batch.declare(table(), record);
      columns.copy(record, row, run.now());
      String domain = record.requiredText("domain");
      row.fill("name", domain.substring(0, Math.min(domain.length(), NAME_LENGTH)));
    };
  }
}
