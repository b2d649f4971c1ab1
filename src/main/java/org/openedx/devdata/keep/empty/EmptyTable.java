package org.openedx.devdata.keep.empty;

import java.util.List;
import org.openedx.devdata.jdbc.catalog.CatalogReference;
import org.openedx.devdata.jdbc.catalog.CatalogTable;

/**
 * A table's part of a plan.
 *
 * @param table the table
 * @param rows rows that it has
 * @param kept rows that stay
 * @param condition which those are
 * @param listing what the keep-lists say of the table
 * @param cleared references of rows that stay to rows that go: they become NULL
 */
public record EmptyTable(
    CatalogTable table,
    long rows,
    long kept,
    KeepCondition condition,
    Listing listing,
    List<Cleared> cleared) {

  /** Word of the keep-lists on a table. */
  public enum Listing {
    KNOWN,
    /** It belongs to an app that no list has. */
    UNKNOWN,
    /** It goes as a whole. */
    DROPPED
  }

  /**
   * A reference that becomes NULL.
   *
   * @param rows that have it
   */
  public record Cleared(CatalogReference reference, long rows) {}

  public EmptyTable {
    cleared = List.copyOf(cleared);
  }

  /** Number of rows that go. */
  public long removed() {
    return rows - kept;
  }

  /** Returns whether all rows go, so that the table can be truncated. */
  boolean goesWhole() {
    return kept == 0 && condition.extent() != KeepCondition.Extent.ALL;
  }

  /** Returns whether there is something to do. */
  boolean changes() {
    return removed() > 0
        || !cleared.isEmpty()
        || listing == Listing.DROPPED
        || goesWhole() && table.nextNumber() > 1;
  }
}
