package org.openedx.devdata.service.ecommerce;

import java.util.List;
import java.util.Set;
import org.openedx.devdata.plan.ColumnMapping;
import org.openedx.devdata.plan.RecordFactory;
import org.openedx.devdata.plan.RowBatch;
import org.openedx.devdata.spec.SpecRecord;

/** {@code flags}: feature flags of the waffle app. */
final class FlagFactory implements RecordFactory {

  /** The service's demo command and the prototype of OEP-37 switch it on before anything else. */
  private static final String CHECKOUT = "enable_client_side_checkout";

  /** Tells a flag that devdata made from one that was there, so that a reset leaves that alone. */
  private static final String NOTE = "Switched on by devdata for its site configurations.";

  private final EcommerceRun run;
  private final ColumnMapping columns;

  FlagFactory(EcommerceRun run) {
    this.run = run;
    this.columns = ColumnMapping.of(run.kinds().flags, run.tables().flags, Set.of());
  }

  @Override
  public void build(SpecRecord record, RowBatch batch) {
    columns.copy(record, batch.declare(run.tables().flags, record), run.now());
  }

  /** The flag without which a site's checkout does not work; left alone where it exists. */
  static void implyCheckout(EcommerceRun run, SpecRecord record, RowBatch batch) {
    batch.imply(
        run.tables().flags,
        record,
        List.of(CHECKOUT),
        row ->
            row.fill("everyone", true).fill("note", NOTE).because("needed by site_configurations"));
  }
}
