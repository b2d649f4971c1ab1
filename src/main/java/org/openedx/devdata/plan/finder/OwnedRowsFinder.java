package org.openedx.devdata.plan.finder;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.plan.row.NaturalKeyFinder;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowFinder;
import org.openedx.devdata.plan.row.StoredRows;

/**
 * Finds rows by their table's natural key, but asks first which of their owners have any rows at
 * all: where owners come with many rows each and most of them are new, that is the whole answer.
 * Immutable.
 *
 * @param owner a column of the natural key that begins an index
 */
public record OwnedRowsFinder(String owner) implements RowFinder {

  /** Below this many rows for each owner the first question costs what it saves. */
  private static final int WORTH_ASKING = 3;

  @Override
  public List<String> keyColumns(Row row) {
    return NaturalKeyFinder.INSTANCE.keyColumns(row);
  }

  @Override
  public Object[][] find(StoredRows stored, BoundTable table, List<Row> rows, int[] columns) {
    int column = table.table().indexOf(owner);
    Set<Object> owners =
        rows.stream().map(row -> row.outcome().cell(column).plain()).collect(Collectors.toSet());
    if (owners.size() * WORTH_ASKING > rows.size()) {
      return NaturalKeyFinder.INSTANCE.find(stored, table, rows, columns);
    }
    Set<Object> known = new HashSet<>(stored.present(table, column, owners));
    List<Row> asked = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (known.contains(rows.get(i).outcome().cell(column).plain())) {
        asked.add(rows.get(i));
        places.add(i);
      }
    }
    Object[][] found = new Object[rows.size()][];
    if (!asked.isEmpty()) {
      Object[][] answers = NaturalKeyFinder.INSTANCE.find(stored, table, asked, columns);
      for (int i = 0; i < answers.length; i++) {
        found[places.get(i)] = answers[i];
      }
    }
    return found;
  }
}
