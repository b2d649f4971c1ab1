package org.openedx.devdata.service.lms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.openedx.devdata.jdbc.Column;
import org.openedx.devdata.plan.ColumnMapping;
import org.openedx.devdata.plan.RecordFactory;
import org.openedx.devdata.plan.Row;
import org.openedx.devdata.plan.RowBatch;
import org.openedx.devdata.service.lms.userstate.StateJson;
import org.openedx.devdata.spec.SpecRecord;

/** {@code video_positions} and {@code positions}: one field of a block's state. */
final class PositionFactory implements RecordFactory {

  private final LmsRun run;
  private final StateRows rows;
  private final Function<SpecRecord, ObjectNode> state;

  private PositionFactory(LmsRun run, StateRows rows, Function<SpecRecord, ObjectNode> state) {
    this.run = run;
    this.rows = rows;
    this.state = state;
  }

  static PositionFactory ofVideos(LmsRun run, StateRows rows) {
    return new PositionFactory(
        run,
        rows,
        record ->
            JsonNodeFactory.instance
                .objectNode()
                .put(
                    "saved_video_position",
                    VideoPosition.parse(record.requiredText("position")).text()));
  }

  static PositionFactory ofOutline(LmsRun run, StateRows rows) {
    return new PositionFactory(
        run,
        rows,
        record ->
            JsonNodeFactory.instance
                .objectNode()
                .put("position", record.whole("position").orElseThrow()));
  }

  @Override
  public void build(SpecRecord record, RowBatch batch) {
    Row row = rows.declare(record, batch);
    row.set("state", StateJson.write(state.apply(record)), StateComparison.OVERLAY);
    if (record.has("modified")) {
      Column modified = run.tables().studentModules.column("modified");
      ColumnMapping.put(row, modified, record.raw("modified"), run.now());
      row.fill("created", row.value("modified"));
    }
  }
}
