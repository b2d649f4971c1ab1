package org.openedx.devdata.service.ecommerce;

import java.util.Set;
import org.openedx.devdata.plan.ColumnMapping;
import org.openedx.devdata.plan.RecordFactory;
import org.openedx.devdata.plan.Row;
import org.openedx.devdata.plan.RowBatch;
import org.openedx.devdata.spec.SpecRecord;

/** {@code sites}. */
final class SiteFactory implements RecordFactory {

  private static final int NAME_LENGTH = 50;

  private final EcommerceRun run;
  private final ColumnMapping columns;

  SiteFactory(EcommerceRun run) {
    this.run = run;
    this.columns = ColumnMapping.of(run.kinds().sites, run.tables().sites, Set.of());
  }

  @Override
  public void build(SpecRecord record, RowBatch batch) {
    Row row = batch.declare(run.tables().sites, record);
    columns.copy(record, row, run.now());
    String domain = record.requiredText("domain");
    row.fill("name", domain.substring(0, Math.min(domain.length(), NAME_LENGTH)));
  }
}
