package org.openedx.devdata.service.lms.state.position;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiConsumer;
import org.openedx.devdata.plan.kind.ColumnMapping;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.service.lms.state.StateComparison;
import org.openedx.devdata.service.lms.state.StateRows;
import org.openedx.devdata.service.lms.userstate.json.StateJson;
import org.openedx.devdata.spec.SpecRecord;

/** One field of a block's state; the others stay as they are. */
final class PositionFactory implements RecordFactory {

  private final ServiceRun run;
  private final StateRows rows;
  private final BiConsumer<SpecRecord, ObjectNode> field;

  /**
   * @param field puts a record's field into a state
   */
  PositionFactory(ServiceRun run, BiConsumer<SpecRecord, ObjectNode> field) {
    this.run = run;
    this.rows = StateRows.of(run);
    this.field = field;
  }

  @Override
  public void build(SpecRecord record, RowBatch batch) {
    ObjectNode state = JsonNodeFactory.instance.objectNode();
    field.accept(record, state);
    Row row = rows.declare(record, batch);
    row.set("state", StateJson.write(state), StateComparison.OVERLAY);
    if (record.has("modified")) {
      ColumnMapping.put(row, row.table().column("modified"), record.raw("modified"), run.now());
      row.fill("created", row.value("modified"));
    }
  }
}
