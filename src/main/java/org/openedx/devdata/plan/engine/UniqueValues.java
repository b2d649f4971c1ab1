package org.openedx.devdata.plan.engine;

import java.util.List;
import java.util.Set;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.plan.row.StoredRows;

/**
 * Unique keys of one database: refuses a value that another row has or gets, and lets a value move
 * from a row that gives it up to another one, of whatever chunk of the entry. Shared by the entries
 * of a run. Not thread-safe.
 */
final class UniqueValues {

  private final StoredRows stored;
  private final PlannedValues planned;
  private final OwedValues owed = new OwedValues();

  /**
   * @param remembers whether nothing is written, so that what was planned has to be remembered
   */
  UniqueValues(StoredRows stored, boolean remembers) {
    this.stored = stored;
    this.planned = new PlannedValues(remembers);
  }

  /**
   * Looks at the rows of one table that are created or changed: one look-up for each unique key.
   *
   * @throws RowProblem for the first row whose value is taken
   */
  void check(SchemaBinding binding, BoundTable table, List<PlannedRow> rows) {
    Set<String> naturalKey = Set.copyOf(table.table().naturalKey());
    for (List<String> unique : table.table().uniqueKeys()) {
      UniqueKey key = new UniqueKey(stored, planned, owed, binding, table, unique);
      // A look-up has found who has the natural key, in whatever order the server keeps its
      // columns.
      if (naturalKey.equals(Set.copyOf(unique))) {
        key.checkCreated(rows);
      } else {
        key.check(rows);
      }
    }
  }

  /** Puts back what a found row had before a row of an earlier chunk took it. */
  void restore(Table table, Object key, Object[] found) {
    owed.restore(table, key, found);
  }

  /**
   * Ends an entry.
   *
   * @throws RowProblem when rows of the database keep values that records took
   */
  void end() {
    owed.end();
  }
}
