package org.openedx.devdata.keep.snapshot.mysql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.jdbc.catalog.CatalogTable;

/**
 * Details of a saved database.
 *
 * @param database its name
 * @param migrations what Django had run, as {@code app.name}
 * @param tables its tables, children before the tables that they refer to
 */
public record SavedDatabase(String database, List<String> migrations, List<SavedTable> tables) {

  /** The saved table of that name, if there is one. */
  public Optional<SavedTable> table(String name) {
    return tables.stream().filter(saved -> saved.table().name().equals(name)).findFirst();
  }

  /** Its structure when it was saved. */
  public SchemaDifferences.Schema schema() {
    Map<String, CatalogTable> byName = new LinkedHashMap<>();
    tables.forEach(saved -> byName.put(saved.table().name(), saved.table()));
    return new SchemaDifferences.Schema(byName, migrations);
  }
}
