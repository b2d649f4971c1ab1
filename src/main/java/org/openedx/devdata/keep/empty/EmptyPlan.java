package org.openedx.devdata.keep.empty;

import java.util.List;
import org.openedx.devdata.jdbc.catalog.Catalog;

/**
 * A plan to empty a database, with what it had when the plan was made.
 *
 * @param catalog its tables
 * @param tables their parts, children before the tables that they refer to
 * @param notes sentences on tables that stay otherwise than a keep-list says
 */
public record EmptyPlan(Catalog catalog, List<EmptyTable> tables, List<String> notes) {

  public EmptyPlan {
    tables = List.copyOf(tables);
    notes = List.copyOf(notes);
  }

  /** Number of rows that go. */
  public long removed() {
    return tables.stream().mapToLong(EmptyTable::removed).sum();
  }

  /** Number of rows that stay. */
  public long kept() {
    return tables.stream().mapToLong(EmptyTable::kept).sum();
  }

  boolean changes() {
    return tables.stream().anyMatch(EmptyTable::changes);
  }
}
