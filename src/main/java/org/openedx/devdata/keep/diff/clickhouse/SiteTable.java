package org.openedx.devdata.keep.diff.clickhouse;

import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.jdbc.clickhouse.block.BlockLine;
import org.openedx.devdata.keep.diff.NamedTable;
import org.openedx.devdata.keep.snapshot.clickhouse.TableShape;

/**
 * A table whose rows are named by their sorting key.
 *
 * @param shape its structure
 */
record SiteTable(TableShape shape) implements NamedTable {

  /** Columns that name a row of a table without a plain sorting key. */
  private static final int FIRST = 4;

  @Override
  public List<String> columns() {
    return shape.names();
  }

  @Override
  public List<String> values(byte[] line) {
    return BlockLine.values(line, shape.columns().size());
  }

  @Override
  public List<List<String>> names(List<List<String>> rows) {
    List<String> columns = columns();
    List<String> naming = shape.key().orElseGet(shape::sortedBy);
    List<Integer> places =
        (naming.isEmpty() ? columns.subList(0, Math.min(FIRST, columns.size())) : naming)
            .stream().map(columns::indexOf).filter(place -> place >= 0).toList();
    List<List<String>> names = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> name = new ArrayList<>();
      places.forEach(place -> name.add(row.get(place)));
      names.add(name);
    }
    return names;
  }
}
