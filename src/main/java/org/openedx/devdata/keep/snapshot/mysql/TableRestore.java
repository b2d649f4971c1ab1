package org.openedx.devdata.keep.snapshot.mysql;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.jdbc.catalog.CatalogColumn;
import org.openedx.devdata.jdbc.catalog.CatalogTable;
import org.openedx.devdata.jdbc.stream.TableLoad;
import org.openedx.devdata.jdbc.stream.TableStream;
import org.openedx.devdata.jdbc.table.Ddl;
import org.openedx.devdata.keep.snapshot.SnapshotException;
import org.openedx.devdata.keep.snapshot.SnapshotFiles;

/**
 * One table on its way back, in one transaction: whatever interrupts it, the table has either the
 * rows that it had or those that were saved. Rows that are as saved are not written. For one use.
 *
 * @param connection prepared for loads; commits each statement by default
 * @param part name of the part, the folder of its files
 * @param fitting whether another structure is allowed
 */
record TableRestore(Connection connection, String part, SnapshotFiles files, boolean fitting) {

  /** Result for a table that is left to {@link LargeTables}. */
  static final long LEFT = -2;

  /** Numbers in a list that a statement takes in one go. */
  private static final int KEYS = 5_000;

  /**
   * Restores.
   *
   * @param large whether it is left as it is, if all its rows have to be written
   * @return number of rows that were written or removed; -1 when the table was as saved; {@link
   *     #LEFT}
   */
  long restore(TablePair pair, boolean large) throws SQLException, IOException {
    SavedTable saved = pair.saved();
    CatalogTable live = pair.live();
    if (!live.transactional()) {
      return new SwappedTable(connection, this).restore(saved, live);
    }
    connection.setAutoCommit(false);
    try {
      long rows = rows(saved, live, large);
      connection.commit();
      connection.setAutoCommit(true);
      return rows;
    } catch (SQLException | IOException | RuntimeException e) {
      rollBack();
      throw e;
    }
  }

  private void rollBack() {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException gone) {
      // The server rolls back by itself.
      return;
    }
  }

  private long rows(SavedTable saved, CatalogTable live, boolean large)
      throws SQLException, IOException {
    boolean comparable = live.stored().equals(saved.table().stored()) || sameNames(saved, live);
    if (isEmpty(live.name())) {
      if (saved.rows() == 0) {
        return -1;
      }
      return large ? LEFT : load(saved, live, live.name());
    }
    if (comparable) {
      RowDifference difference;
      try (InputStream lines = RowFile.lines(files, part, saved)) {
        difference = RowDifference.find(connection, live, saved, lines);
      }
      if (difference.extent() == RowDifference.Extent.NOTHING) {
        return -1;
      }
      if (difference.extent() == RowDifference.Extent.SOME) {
        return change(saved, live, difference);
      }
    }
    if (large) {
      return LEFT;
    }
    long removed = execute("DELETE FROM " + Ddl.quote(live.name()));
    return removed + load(saved, live, live.name());
  }

  private static boolean sameNames(SavedTable saved, CatalogTable live) {
    return names(saved.table()).equals(names(live));
  }

  private static List<String> names(CatalogTable table) {
    return table.stored().stream().map(CatalogColumn::name).toList();
  }

  private boolean isEmpty(String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT 1 FROM " + Ddl.quote(table) + " LIMIT 1")) {
      return !result.next();
    }
  }

  private long change(SavedTable saved, CatalogTable live, RowDifference difference)
      throws SQLException, IOException {
    LongList removed = difference.removed();
    String key = Ddl.quote(saved.table().primaryKey().get(0));
    for (int from = 0; from < removed.size(); from += KEYS) {
      StringBuilder list = new StringBuilder();
      for (int i = from; i < Math.min(from + KEYS, removed.size()); i++) {
        list.append(i == from ? "" : ",").append(difference.text(removed.get(i)));
      }
      execute("DELETE FROM %s WHERE %s IN (%s)".formatted(Ddl.quote(live.name()), key, list));
    }
    if (difference.added().size() > 0) {
      try (InputStream lines = RowFile.lines(files, part, saved)) {
        check(
            saved,
            live,
            live.name(),
            difference.added().size(),
            TableLoad.load(
                connection,
                live.name(),
                columns(saved, live),
                new ChosenLines(lines, difference.field(), difference.added())));
      }
    }
    return (long) removed.size() + difference.added().size();
  }

  /** Loads all saved rows into an empty table of that structure. */
  long load(SavedTable saved, CatalogTable live, String name) throws SQLException, IOException {
    if (saved.rows() == 0) {
      return 0;
    }
    try (InputStream lines = RowFile.lines(files, part, saved)) {
      check(
          saved,
          live,
          name,
          saved.rows(),
          TableLoad.load(connection, name, columns(saved, live), lines));
    }
    return saved.rows();
  }

  /** Columns for the fields of a line; null where there is none any more. */
  static List<CatalogColumn> columns(SavedTable saved, CatalogTable live) {
    List<CatalogColumn> columns = new ArrayList<>();
    for (CatalogColumn column : saved.table().stored()) {
      columns.add(live.column(column.name()).filter(now -> !now.generated()).orElse(null));
    }
    return columns;
  }

  /** Requires all rows; remarks of the server may be about values that were odd before. */
  void check(SavedTable saved, CatalogTable live, String name, long sent, TableLoad.Loaded loaded)
      throws SQLException {
    boolean complete = loaded.rows() == sent;
    boolean whole =
        complete && (loaded.warnings().isEmpty() || fitting || isAsSaved(saved, live, name));
    if (!whole) {
      throw new SnapshotException(
          "table %s: %s; the table is as it was before"
              .formatted(
                  live.name(),
                  loaded.warnings().isEmpty()
                      ? "%d of %d rows arrived, the snapshot is damaged"
                          .formatted(loaded.rows(), sent)
                      : "the server does not take the rows as they were: "
                          + String.join("; ", loaded.warnings())));
    }
  }

  /** The lines of some of the saved files. */
  InputStream lines(List<String> names) throws IOException {
    return RowFile.lines(files, part, names);
  }

  /** Returns whether a table has just the saved rows. */
  boolean isAsSaved(SavedTable saved, CatalogTable live, String name) throws SQLException {
    try (TableStream stream = TableStream.open(connection, live, name, "")) {
      return RowDifference.same(stream, saved);
    }
  }

  /** Resets the counter of a table that has one. The statement commits. */
  void number(SavedTable saved, String name) throws SQLException {
    if (saved.table().nextNumber() > 0) {
      execute(
          "ALTER TABLE %s AUTO_INCREMENT = %d"
              .formatted(Ddl.quote(name), saved.table().nextNumber()));
    }
  }

  long execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeLargeUpdate(sql);
    }
  }
}
