package org.openedx.devdata.keep.snapshot.clickhouse;

import java.util.List;
import java.util.Optional;

/**
 * Details of saved databases.
 *
 * @param databases their names
 * @param tables their tables
 */
public record SavedSite(List<String> databases, List<SavedTable> tables) {

  /** The saved table of that name, if there is one. */
  public Optional<SavedTable> table(String name) {
    return tables.stream().filter(saved -> saved.shape().name().equals(name)).findFirst();
  }

  /** Structure of the tables. */
  public List<TableShape> shapes() {
    return tables.stream().map(SavedTable::shape).toList();
  }
}
