package org.openedx.devdata.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.jdbc.BoundTable;
import org.openedx.devdata.jdbc.ColumnValues;

/** Where found rows differ from what the spec says of them. */
final class Differences {

  private Differences() {}

  /**
   * Lets comparisons that are expensive, such as those of passwords, be made together.
   *
   * @param found what the database has of each row, by column index; null where it has none
   */
  static void prepare(List<Row> rows, Object[][] found) {
    Map<Comparison, List<Comparison.Pair>> pairs = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      for (Map.Entry<Integer, Comparison> own : rows.get(i).columns().comparisons().entrySet()) {
        Object wanted = Resolved.plain(rows.get(i).value(own.getKey()));
        if (found[i] != null && !ColumnValues.same(found[i][own.getKey()], wanted)) {
          pairs
              .computeIfAbsent(own.getValue(), any -> new ArrayList<>())
              .add(new Comparison.Pair(found[i][own.getKey()], wanted));
        }
      }
    }
    pairs.forEach(Comparison::prepare);
  }

  /** Indexes of the columns in which the database differs from the spec. */
  static List<Integer> of(BoundTable table, Row row, Object[] found) {
    List<Integer> differing = new ArrayList<>();
    RowColumns columns = row.columns();
    for (int column = 0; column < columns.count(); column++) {
      if (columns.isCompared(column)
          && table.has(column)
          && !agrees(columns, column, found[column])) {
        differing.add(column);
      }
    }
    return differing;
  }

  private static boolean agrees(RowColumns columns, int column, Object found) {
    Object wanted = columns.value(column);
    if (wanted instanceof Computed) {
      return true; // Made once from keys, as a SKU is; never made again.
    }
    if (Resolved.isPending(wanted)) {
      return false;
    }
    Comparison comparison = columns.comparison(column);
    Object plain = Resolved.plain(wanted);
    return ColumnValues.same(found, plain)
        || (comparison != null && comparison.agrees(found, plain));
  }

  /**
   * Where a comparison only adds to what is there, the sum is what will be written.
   *
   * @param differing columns in which the row differs
   * @throws RowProblem when it cannot be added
   */
  static void layOver(Row row, Object[] found, List<Integer> differing) {
    RowColumns columns = row.columns();
    for (int column : differing) {
      Comparison comparison = columns.comparison(column);
      if (comparison != null && !Resolved.isPending(columns.value(column))) {
        Object wanted = Resolved.plain(columns.value(column));
        try {
          Object written = comparison.laidOver(found[column], wanted);
          if (written != wanted) {
            columns.replace(column, written);
          }
        } catch (IllegalArgumentException e) {
          throw new RowProblem(row.position(), e.getMessage(), e);
        }
      }
    }
  }
}
