package org.openedx.devdata.service.ecommerce.shop;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.factory.ColumnFields;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.plan.kind.ColumnMapping;
import org.openedx.devdata.plan.kind.DescribedKind;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.SpecRecord;

/** {@code flags}: feature flags of the waffle app. */
public final class FlagKind extends DescribedKind {

  /** The service's demo command and the prototype of OEP-37 switch it on before anything else. */
  private static final String CHECKOUT = "enable_client_side_checkout";

  /** Marks a flag that devdata made: a reset leaves others alone. */
  private static final String NOTE = "Switched on by devdata for its site configurations.";

  private static final String TABLE = "waffle_flag";

  public FlagKind(TableSet tables) {
    super(
        new Kind(
            "flags",
            List.of("waffle_flags"),
            "Feature flags (waffle). The service caches them for a while.",
            ColumnFields.after(
                List.of(
                    Field.of("name", new FieldType.Text(100), "Name of the flag.").asRequired()),
                ColumnFields.of(tables.get(TABLE), Map.of())),
            List.of("name")),
        tables,
        TABLE);
  }

  @Override
  public RecordFactory factory(ServiceRun run) {
    ColumnMapping columns = ColumnMapping.of(kind(), table(), Set.of());
    return (record, batch) -> columns.copy(record, batch.declare(table(), record), run.now());
  }

  /** The flag without which a site's checkout does not work; left alone where it exists. */
  static void implyCheckout(ServiceRun run, SpecRecord record, RowBatch batch) {
    if (!run.makesNeeded()) {
      return;
    }
    batch.imply(
        run.table(TABLE),
        record,
        List.of(CHECKOUT),
        row ->
            row.fill("everyone", true).fill("note", NOTE).because("needed by site_configurations"));
  }
}
