package org.openedx.devdata.plan.kind;

import java.util.List;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Turns the records of one kind into rows: defaults, derived rows, references. Created for each run
 * of a service entry; called from one thread.
 */
public interface RecordFactory {

  /**
   * Called once, when all databases of a run are open and nothing is written to any: the place to
   * refuse what depends on the run clock or on this database.
   */
  default void check(Problems problems) {}

  /**
   * Called with each chunk before its records are turned into rows: the place for one look-up or
   * one computation for all of them.
   */
  default void prepare(List<SpecRecord> chunk) {}

  /** Adds the rows of a record. */
  void build(SpecRecord record, RowBatch batch);

  /**
   * Called when a load has written the rows of a chunk and not yet committed them: the place for
   * what belongs to rows and does not stand in tables.
   */
  default void written(List<SpecRecord> chunk) {}

  /**
   * Called when the rows that were built since the last commit are rolled back: the place to take
   * away what was put beside them.
   */
  default void undo() {}

  /** Maximum number of records that are planned and written together. */
  default int chunkSize(int byDefault) {
    return byDefault;
  }
}
