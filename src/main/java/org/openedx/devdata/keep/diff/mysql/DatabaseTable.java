package org.openedx.devdata.keep.diff.mysql;

import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.jdbc.catalog.CatalogColumn;
import org.openedx.devdata.jdbc.catalog.CatalogTable;
import org.openedx.devdata.jdbc.stream.RowFields;
import org.openedx.devdata.keep.diff.NamedTable;
import org.openedx.devdata.keep.rows.RowNames;

/**
 * A table of a database, whose rows are named by their identity.
 *
 * @param table with its columns
 * @param rowNames how its rows are named
 */
record DatabaseTable(CatalogTable table, RowNames rowNames) implements NamedTable {

  /** Names of the columns of a table's lines. */
  static List<String> columns(CatalogTable table) {
    return table.stored().stream().map(CatalogColumn::name).toList();
  }

  @Override
  public List<String> columns() {
    return columns(table);
  }

  @Override
  public List<String> values(byte[] line) {
    return new RowFields(table.stored()).of(line, 0, line.length);
  }

  @Override
  public List<List<String>> names(List<List<String>> rows) {
    List<String> columns = columns();
    List<Integer> places =
        rowNames.identities().of(table).columns().stream().map(columns::indexOf).toList();
    List<List<String>> keys = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> key = new ArrayList<>();
      places.forEach(place -> key.add(place < 0 ? null : row.get(place)));
      keys.add(key);
    }
    return rowNames.of(table, keys);
  }
}
