package org.openedx.devdata.keep.diff;

import java.util.List;

/**
 * Differences between two states of a store.
 *
 * @param schema differences of the structure, one sentence each
 * @param equal number of tables, or files, that are the same
 * @param tables tables whose rows differ, by name
 */
public record StoreDiff(List<String> schema, int equal, List<TableDiff> tables) {

  /** Returns whether anything differs. */
  public boolean differs() {
    return !schema.isEmpty() || !tables.isEmpty();
  }
}
