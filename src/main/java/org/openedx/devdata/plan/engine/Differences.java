package org.openedx.devdata.plan.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.plan.row.Cell;
import org.openedx.devdata.plan.row.Comparison;
import org.openedx.devdata.plan.row.Computed;
import org.openedx.devdata.plan.row.RowProblem;

/** Columns in which found rows differ from what the spec says of them. */
final class Differences {

  private Differences() {}

  /**
   * Lets comparisons that are expensive, such as those of passwords, be made together.
   *
   * @param found what the database has of each row, by column index; null where it has none
   */
  static void prepare(List<PlannedRow> rows, Object[][] found) {
    Map<Comparison, List<Comparison.Pair>> pairs = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      if (found[i] != null) {
        collect(rows.get(i), found[i], pairs);
      }
    }
    pairs.forEach(Comparison::prepare);
  }

  private static void collect(
      PlannedRow row, Object[] found, Map<Comparison, List<Comparison.Pair>> pairs) {
    row.draft()
        .columns()
        .comparisons()
        .forEach(
            (column, comparison) -> {
              Object wanted = row.plain(column);
              if (!ColumnValues.same(found[column], wanted)) {
                pairs
                    .computeIfAbsent(comparison, any -> new ArrayList<>())
                    .add(new Comparison.Pair(found[column], wanted));
              }
            });
  }

  /** Indexes of the columns in which the database differs from the spec. */
  static List<Integer> of(BoundTable table, PlannedRow row, Object[] found) {
    List<Integer> differing = new ArrayList<>();
    for (int column = 0; column < row.draft().columns().count(); column++) {
      if (row.isCompared(column) && table.has(column) && !agrees(row, column, found[column])) {
        differing.add(column);
      }
    }
    return differing;
  }

  private static boolean agrees(PlannedRow row, int column, Object found) {
    Cell wanted = row.cell(column);
    if (wanted instanceof Computed) {
      return true; // Made once from keys, as a SKU is; never made again.
    }
    Comparison comparison = row.draft().columns().comparison(column);
    if (wanted.isPending()) {
      return comparison != null && comparison.agreesWithNewRow(found);
    }
    Object plain = wanted.plain();
    return ColumnValues.same(found, plain)
        || (comparison != null && comparison.agrees(found, plain));
  }

  /**
   * Puts sums in place of values that a comparison only adds to those of the database.
   *
   * @param differing columns in which the row differs
   * @throws RowProblem when it cannot be added
   */
  static void layOver(PlannedRow row, Object[] found, List<Integer> differing) {
    for (int column : differing) {
      Comparison comparison = row.draft().columns().comparison(column);
      if (comparison != null && !row.cell(column).isPending()) {
        Object wanted = row.plain(column);
        try {
          Object written = comparison.laidOver(found[column], wanted);
          if (written != wanted) {
            row.replace(column, Cell.of(written));
          }
        } catch (IllegalArgumentException e) {
          throw new RowProblem(row.position(), e.getMessage(), e);
        }
      }
    }
  }
}
