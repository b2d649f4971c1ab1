package org.openedx.devdata.plan.row;

import java.util.List;

/**
 * A row that a factory makes of a record, held against a database in all columns.
 *
 * @param row as a load into an empty database would write it
 * @param found what the database has, by column index; null where it has no such row
 * @param differing indexes of the columns in which the two differ
 */
public record ComparedRow(Row row, Object[] found, List<Integer> differing) {

  public ComparedRow {
    differing = List.copyOf(differing);
  }

  /** Returns whether the database has the row. */
  public boolean isThere() {
    return found != null;
  }
}
