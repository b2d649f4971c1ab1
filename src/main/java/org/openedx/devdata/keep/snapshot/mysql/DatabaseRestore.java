package org.openedx.devdata.keep.snapshot.mysql;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.DatabaseRights;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.catalog.Catalog;
import org.openedx.devdata.jdbc.catalog.CatalogReader;
import org.openedx.devdata.jdbc.catalog.CatalogTable;
import org.openedx.devdata.jdbc.stream.TableLoad;
import org.openedx.devdata.jdbc.table.Ddl;
import org.openedx.devdata.keep.snapshot.SnapshotException;
import org.openedx.devdata.keep.snapshot.SnapshotFiles;
import org.openedx.devdata.keep.snapshot.SnapshotListener;
import org.openedx.devdata.keep.snapshot.SnapshotPart.RestoreOutcome;

/**
 * The restoring of one database: its tables, several at once, each in a transaction of its own. A
 * run after one that was interrupted finds the tables that were done to be as saved. For one use.
 */
final class DatabaseRestore {

  private static final int ROUNDS = 3;
  private static final LargeTables NONE = LargeTables.none();

  private final ConnectionSettings settings;
  private final String part;
  private final SnapshotFiles files;
  private final boolean fitting;
  private final SnapshotListener listener;
  private final Set<String> restored = ConcurrentHashMap.newKeySet();
  private final AtomicInteger unchanged = new AtomicInteger();
  private final AtomicLong written = new AtomicLong();

  DatabaseRestore(
      ConnectionSettings settings,
      String part,
      SnapshotFiles files,
      boolean fitting,
      SnapshotListener listener) {
    this.settings = settings;
    this.part = part;
    this.files = files;
    this.fitting = fitting;
    this.listener = listener;
  }

  RestoreOutcome restore(SavedDatabase database, Predicate<String> items)
      throws SQLException, IOException {
    List<Connection> connections = new ArrayList<>();
    try {
      for (int i = 0; i < Workers.count(); i++) {
        connections.add(MySqlDatabase.connect(settings));
        prepare(connections.get(i));
      }
      Connection first = connections.get(0);
      makeReady(first, database, items);
      Catalog live = CatalogReader.read(first, settings.label());
      List<TablePair> pairs = pairs(database, live, items);
      List<String> triggered = CatalogReader.triggered(first);
      // What triggers write to other tables is put right when those are restored.
      run(connections.subList(0, 1), pairs, pair -> triggered.contains(pair.name()), NONE);
      // Triggers that are not seen would go with a table that another one replaces.
      LargeTables large =
          DatabaseRights.seesTriggers(first)
              ? LargeTables.of(first, settings.label(), live, triggered)
              : NONE;
      run(connections, pairs, pair -> !triggered.contains(pair.name()), large);
      run(connections, beside(connections, large), any -> true, NONE);
      if (!triggered.isEmpty()) {
        verify(connections, pairs);
      }
      number(first, pairs);
      return new RestoreOutcome(
          unchanged.get(), restored.stream().sorted().toList(), written.get());
    } finally {
      for (Connection connection : connections) {
        connection.close();
      }
    }
  }

  private static void prepare(Connection connection) throws SQLException {
    TableLoad.prepare(connection);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "SET SESSION wait_timeout = 86400, net_read_timeout = 3600, net_write_timeout = 3600,"
              + " lock_wait_timeout = 600");
    }
  }

  /** Removes what an interrupted run has left, and makes what devdata had made for itself. */
  private void makeReady(Connection connection, SavedDatabase database, Predicate<String> items)
      throws SQLException {
    Catalog live = CatalogReader.read(connection, settings.label());
    try (Statement statement = connection.createStatement()) {
      for (String name : live.tables().keySet()) {
        if (BesideNames.isLeft(name) && !name.equals(BesideNames.MARK)) {
          statement.execute("DROP TABLE " + Ddl.quote(name));
        }
      }
      for (SavedTable saved : database.tables()) {
        String name = saved.table().name();
        if (items.test(name) && live.table(name).isPresent()) {
          ForeignKeyNames.heal(connection, saved, live.tables().get(name));
        }
        if (items.test(name) && !saved.create().isEmpty() && live.table(name).isEmpty()) {
          statement.execute(saved.create());
        }
      }
    }
  }

  /** The largest first; those without a counterpart are left out. */
  private static List<TablePair> pairs(
      SavedDatabase database, Catalog live, Predicate<String> items) {
    List<TablePair> pairs = new ArrayList<>();
    for (CatalogTable table : live.tables().values()) {
      if (items.test(table.name())) {
        SavedTable saved = database.table(table.name()).orElse(null);
        if (saved != null) {
          pairs.add(new TablePair(saved, table));
        } else if (SavedTable.isOwn(table.name())) {
          // None was saved: none of its rows holds any more.
          pairs.add(new TablePair(nothing(table), table));
        }
      }
    }
    pairs.sort(
        Comparator.comparingLong(
            pair -> -Math.max(pair.saved().table().bytes(), pair.live().bytes())));
    return pairs;
  }

  private static SavedTable nothing(CatalogTable table) {
    return new SavedTable(table, "", 0, new RowSum().total().checksum(), 0, List.of());
  }

  /**
   * Restores what was left to be restored beside; gives the tables of which that cannot be done.
   */
  private Collection<TablePair> beside(List<Connection> connections, LargeTables large)
      throws SQLException, IOException {
    return large.restore(
        connections,
        connection -> new TableRestore(connection, part, files, fitting),
        pair -> count(pair, pair.saved().rows()),
        rows -> listener.rows(part, rows));
  }

  private void count(TablePair pair, long rows) {
    restored.add(pair.name());
    written.addAndGet(rows);
  }

  /**
   * Restores tables in place.
   *
   * @param large takes those of which all rows have to be written
   */
  private void run(
      List<Connection> connections,
      Collection<TablePair> pairs,
      Predicate<TablePair> wanted,
      LargeTables large)
      throws IOException {
    Workers.run(
        settings.label(),
        connections,
        pairs.stream().filter(wanted).toList(),
        helper ->
            (connection, pair) -> {
              long rows =
                  new TableRestore(connection, part, files, fitting)
                      .restore(pair, large.suits(pair));
              if (rows == TableRestore.LEFT) {
                large.add(pair);
                return;
              }
              if (rows < 0) {
                unchanged.incrementAndGet();
              } else {
                count(pair, rows);
              }
              listener.rows(part, pair.saved().rows());
            });
  }

  /**
   * Resets counters that are not what they were, whether rows differed or not: rows that have gone
   * again leave none but this trace. Done once no transaction is left, since a statement on a table
   * waits for those that have written to tables which it refers to.
   */
  private void number(Connection connection, List<TablePair> pairs) throws SQLException {
    Map<String, Long> counters = CatalogReader.counters(connection);
    TableRestore restore = new TableRestore(connection, part, files, fitting);
    for (TablePair pair : pairs) {
      String name = pair.name();
      long saved = pair.saved().table().nextNumber();
      if (pair.live().nextNumber() > 0 && saved != counters.getOrDefault(name, saved)) {
        restore.number(pair.saved(), name);
      }
    }
  }

  /** Triggers may have written to tables that were done already; those are done once more. */
  private void verify(List<Connection> connections, List<TablePair> pairs) throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      Queue<TablePair> different = new ConcurrentLinkedQueue<>();
      Workers.run(
          settings.label(),
          connections,
          pairs,
          helper ->
              (connection, pair) -> {
                if (!new TableRestore(connection, part, files, fitting)
                    .isAsSaved(pair.saved(), pair.live(), pair.name())) {
                  different.add(pair);
                }
              });
      if (different.isEmpty() || fitting) {
        return;
      }
      if (round == ROUNDS - 1) {
        throw new SnapshotException(
            "triggers change rows while they are written, so that these tables are not as saved: "
                + String.join(", ", different.stream().map(pair -> pair.name()).sorted().toList())
                + "; drop the triggers, restore, and create them again");
      }
      run(connections.subList(0, 1), different, any -> true, NONE);
    }
  }
}
