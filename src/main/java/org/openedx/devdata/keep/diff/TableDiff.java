package org.openedx.devdata.keep.diff;

import java.util.List;

/**
 * A table whose rows differ.
 *
 * @param table its name
 * @param added number of rows that are only there after
 * @param removed number of rows that were only there before
 * @param changed number of rows of which a value differs
 * @param rows the first of them, in no order of their changes
 */
public record TableDiff(
    String table, long added, long removed, long changed, List<RowChange> rows) {

  /** Number of rows that differ. */
  public long total() {
    return added + removed + changed;
  }
}
