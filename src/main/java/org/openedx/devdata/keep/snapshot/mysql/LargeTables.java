package org.openedx.devdata.keep.snapshot.mysql;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.openedx.devdata.jdbc.catalog.Catalog;
import org.openedx.devdata.jdbc.catalog.CatalogColumn;
import org.openedx.devdata.jdbc.catalog.CatalogTable;
import org.openedx.devdata.jdbc.catalog.OutsideReference;

/**
 * The tables that are restored beside themselves: large ones of which all rows are written, and
 * which no other table refers to, since such references would follow the old table to its new name.
 * Thread-safe as far as {@link #add} goes.
 */
final class LargeTables {

  /** Rows that are worth the statements that make, alter and rename a table. */
  private static final long ROWS = 20_000;

  /** MySQL sorts keys in so many bytes of memory; MariaDB has no such variable. */
  private static final String SORT_MEMORY = "SET SESSION innodb_ddl_buffer_size = 134217728";

  private static final int UNKNOWN_VARIABLE = 1193;

  private final String where;
  private final long minimum;
  private final Set<String> excluded;
  private final boolean together;
  private final Queue<TablePair> tables = new ConcurrentLinkedQueue<>();

  private LargeTables(String where, long minimum, Set<String> excluded, boolean together) {
    this.where = where;
    this.minimum = minimum;
    this.excluded = excluded;
    this.together = together;
  }

  /** Takes none. */
  static LargeTables none() {
    return new LargeTables("", Long.MAX_VALUE, Set.of(), false);
  }

  /**
   * Looks which tables may be restored so.
   *
   * @param where the database, for messages
   * @param triggered tables with triggers, which would go with the old table
   */
  static LargeTables of(
      Connection connection, String where, Catalog live, Collection<String> triggered)
      throws SQLException {
    Set<String> excluded = new HashSet<>(triggered);
    for (CatalogTable table : live.tables().values()) {
      if (!live.referrers(table.name()).isEmpty()) {
        excluded.add(table.name());
      }
    }
    OutsideReference.read(connection, where).forEach(one -> excluded.add(one.target()));
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT @@innodb_autoinc_lock_mode < 2")) {
      result.next();
      return new LargeTables(where, ROWS, excluded, result.getBoolean(1));
    }
  }

  /** Returns whether all rows of a table are better written beside it. */
  boolean suits(TablePair pair) {
    CatalogTable live = pair.live();
    return pair.saved().rows() >= minimum
        && live.transactional()
        && !live.partitioned()
        && !live.primaryKey().isEmpty()
        && live.columns().stream()
            .filter(CatalogColumn::numbered)
            .allMatch(column -> column.name().equals(live.primaryKey().get(0)))
        && !excluded.contains(live.name());
  }

  /** Leaves a table to {@link #restore}. */
  void add(TablePair pair) {
    tables.add(pair);
  }

  private record Load(BesideTable table, List<String> files) {}

  /**
   * Restores all tables that were left to it.
   *
   * @param restore makes what restores tables with a connection
   * @param restored receives those that are restored
   * @param done receives numbers of rows as they are loaded
   * @return tables that have to be restored in place after all
   */
  Collection<TablePair> restore(
      List<Connection> connections,
      Function<Connection, TableRestore> restore,
      Consumer<TablePair> restored,
      LongConsumer done)
      throws SQLException, IOException {
    Queue<TablePair> refused = new ConcurrentLinkedQueue<>();
    List<BesideTable> beside = new ArrayList<>();
    try {
      for (TablePair pair : largestFirst()) {
        BesideTable.create(connections.get(0), pair)
            .ifPresentOrElse(beside::add, () -> refused.add(pair));
      }
      Workers.run(
          where,
          connections,
          loads(beside),
          helper ->
              (connection, load) -> {
                TableRestore own = restore.apply(connection);
                BesideTable table = load.table();
                if (!load(connection, own, load, done)) {
                  return;
                }
                sortInMemory(connection);
                if (table.complete(connection, own)) {
                  restored.accept(table.pair());
                } else {
                  refused.add(table.pair());
                }
              });
      return refused;
    } finally {
      beside.forEach(table -> table.drop(connections.get(0)));
    }
  }

  private List<TablePair> largestFirst() {
    return tables.stream()
        .sorted(Comparator.comparingLong(pair -> -pair.saved().table().bytes()))
        .toList();
  }

  /**
   * All groups of one table before those of the next: its keys are made while that one is loaded.
   */
  private List<Load> loads(List<BesideTable> beside) {
    List<Load> loads = new ArrayList<>();
    for (BesideTable table : beside) {
      table.groups(together).forEach(files -> loads.add(new Load(table, files)));
    }
    return loads;
  }

  private static boolean load(
      Connection connection, TableRestore restore, Load load, LongConsumer done)
      throws SQLException, IOException {
    try (InputStream lines = restore.lines(load.files())) {
      return load.table().load(connection, lines, done);
    }
  }

  private static void sortInMemory(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(SORT_MEMORY);
    } catch (SQLException e) {
      if (e.getErrorCode() != UNKNOWN_VARIABLE) {
        throw e;
      }
    }
  }
}
