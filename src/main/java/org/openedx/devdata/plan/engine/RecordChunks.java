package org.openedx.devdata.plan.engine;

import java.util.List;
import java.util.Map;
import org.openedx.devdata.plan.RunOptions;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Chunks of an entry's records, as rows.
 *
 * @param factories by the names of their kinds
 */
record RecordChunks(Map<String, RecordFactory> factories, RunOptions options) {

  /** Maximum number of records of a kind in a chunk. */
  int size(String kind) {
    return factories.get(kind).chunkSize(options.chunkSize());
  }

  RowBatch build(String kind, List<SpecRecord> chunk) {
    RecordFactory factory = factories.get(kind);
    RowBatch batch = new RowBatch(PlannedRow::new);
    factory.prepare(chunk);
    for (SpecRecord record : chunk) {
      factory.build(record, batch);
    }
    return batch;
  }

  void written(String kind, List<SpecRecord> chunk) {
    factories.get(kind).written(chunk);
  }
}
