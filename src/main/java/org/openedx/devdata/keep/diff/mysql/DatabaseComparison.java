package org.openedx.devdata.keep.diff.mysql;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.openedx.devdata.jdbc.SqlFailures;
import org.openedx.devdata.jdbc.catalog.CatalogColumn;
import org.openedx.devdata.jdbc.catalog.CatalogTable;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.keep.diff.HashedRows;
import org.openedx.devdata.keep.diff.RowLines;
import org.openedx.devdata.keep.diff.SharedColumns;
import org.openedx.devdata.keep.diff.StoreDiff;
import org.openedx.devdata.keep.diff.TableComparison;
import org.openedx.devdata.keep.diff.TableDiff;
import org.openedx.devdata.keep.rows.Identities;
import org.openedx.devdata.keep.rows.RowNames;
import org.openedx.devdata.keep.snapshot.mysql.SavedTable;
import org.openedx.devdata.keep.snapshot.mysql.SchemaDifferences;
import org.openedx.devdata.keep.snapshot.mysql.TableSum;

/**
 * Comparison of two states of a database: fingerprints of all tables first, then the rows of those
 * that differ. Memory does not grow with the number of rows. For one use.
 */
public final class DatabaseComparison {

  private final DiffSide before;
  private final DiffSide after;
  private final Predicate<String> items;
  private final int limit;
  private final RowNames beforeNames;
  private final RowNames afterNames;

  /**
   * @param described tables that services describe; their natural keys name rows
   * @param items which tables to look at
   * @param limit maximum number of rows of each table that are shown
   */
  public DatabaseComparison(
      DiffSide before,
      DiffSide after,
      Collection<TableSet> described,
      Predicate<String> items,
      int limit) {
    this.before = before;
    this.after = after;
    this.items = items;
    this.limit = limit;
    this.beforeNames = new RowNames(new Identities(before.catalog(), described), before.rows());
    this.afterNames = new RowNames(new Identities(after.catalog(), described), after.rows());
  }

  /**
   * Compares.
   *
   * @param where the database, for messages
   * @param done receives numbers of rows as they are read
   */
  public StoreDiff run(String where, LongConsumer done) throws IOException {
    try {
      List<CatalogTable> both =
          after.catalog().tables().values().stream()
              .filter(table -> items.test(table.name()) && !SavedTable.isOwn(table.name()))
              .filter(table -> before.catalog().table(table.name()).isPresent())
              .sorted((one, other) -> one.name().compareTo(other.name()))
              .toList();
      Map<String, TableSum> old = before.sums(both, done);
      Map<String, TableSum> now = after.sums(both, done);
      List<TableDiff> tables = new ArrayList<>();
      for (CatalogTable table : both) {
        TableSum was = old.get(table.name());
        TableSum is = now.get(table.name());
        if (!was.equals(is)) {
          TableDiff diff = compare(table, Math.max(was.rows(), is.rows()));
          if (diff.total() > 0) {
            tables.add(diff);
          }
        }
      }
      return new StoreDiff(schema(), both.size() - tables.size(), tables);
    } catch (SQLException e) {
      throw SqlFailures.explain(where + ": it could not be compared", e);
    }
  }

  private List<String> schema() {
    return SchemaDifferences.of(
        new SchemaDifferences.Schema(before.catalog().tables(), before.migrations()),
        new SchemaDifferences.Schema(after.catalog().tables(), after.migrations()),
        items);
  }

  private TableDiff compare(CatalogTable now, long rows) throws SQLException, IOException {
    CatalogTable was = before.catalog().table(now.name()).orElseThrow();
    SharedColumns columns =
        SharedColumns.of(DatabaseTable.columns(was), DatabaseTable.columns(now));
    TableComparison found =
        new TableComparison(
            now.name(),
            new DatabaseTable(was, beforeNames),
            new DatabaseTable(now, afterNames),
            limit);
    int[] beforeKey = indexes(was);
    int[] afterKey = indexes(now);
    boolean keyed = hasSameKey(was, now);
    if (keyed && was.wholeKey().isPresent() && isAlike(was, now)) {
      WholeKeyMerge merge =
          new WholeKeyMerge(
              columns, beforeKey[0], afterKey[0], was.wholeKey().orElseThrow().isUnsigned());
      try (RowLines old = before.lines(was);
          RowLines live = after.lines(now)) {
        merge.compare(old, live, found);
      }
    } else {
      new HashedRows(
              () -> before.lines(was),
              () -> after.lines(now),
              columns,
              keyed ? beforeKey : columns.before(),
              keyed ? afterKey : columns.after(),
              keyed)
          .compare(rows, found);
    }
    return found.result();
  }

  private static boolean hasSameKey(CatalogTable was, CatalogTable now) {
    return !was.primaryKey().isEmpty()
        && was.primaryKey().equals(now.primaryKey())
        && DatabaseTable.columns(was).containsAll(was.primaryKey())
        && DatabaseTable.columns(now).containsAll(was.primaryKey());
  }

  /** Indexes of the columns of a table's primary key in its lines. */
  private static int[] indexes(CatalogTable table) {
    List<String> names = DatabaseTable.columns(table);
    return table.primaryKey().stream().mapToInt(names::indexOf).toArray();
  }

  private static boolean isAlike(CatalogTable was, CatalogTable now) {
    return now.wholeKey()
        .filter(key -> key.isUnsigned() == was.wholeKey().map(CatalogColumn::isUnsigned).get())
        .isPresent();
  }
}
