package org.openedx.devdata.service.ecommerce;

import java.util.Set;
import org.openedx.devdata.plan.ColumnMapping;
import org.openedx.devdata.plan.RecordFactory;
import org.openedx.devdata.plan.Reference;
import org.openedx.devdata.plan.Row;
import org.openedx.devdata.plan.RowBatch;
import org.openedx.devdata.spec.SpecRecord;

/** {@code partners}. */
final class PartnerFactory implements RecordFactory {

  private final EcommerceRun run;
  private final ColumnMapping columns;

  PartnerFactory(EcommerceRun run) {
    this.run = run;
    this.columns = ColumnMapping.of(run.kinds().partners, run.tables().partners, Set.of());
  }

  @Override
  public void build(SpecRecord record, RowBatch batch) {
    Row row = batch.declare(run.tables().partners, record);
    columns.copy(record, row, run.now());
    String code = record.requiredText("code");
    row.fill("short_code", code);
    row.fill("name", code);
    if (record.has("default_site")) {
      row.set(
          "default_site_id",
          record
              .text("default_site")
              .map(domain -> Reference.to(run.tables().sites, domain))
              .orElse(null));
    }
  }
}
