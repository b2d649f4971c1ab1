package org.openedx.devdata.keep.snapshot.mysql;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.stream.TableLoad;
import org.openedx.devdata.jdbc.table.Ddl;

/**
 * A table on its way back, loaded beside the one that is there: first its rows, by several
 * connections; then its secondary keys, which the server sorts instead of filling them row by row;
 * then both change names in one statement. Thread-safe as far as loading goes.
 */
final class BesideTable {

  /** Said of a table that foreign keys refer to, when it is to be dropped. */
  private static final Set<Integer> REFERRED_TO = Set.of(1217, 1451, 3730);

  private static final int REMARKS = 5;

  private final TablePair pair;
  private final TableDefinition definition;
  private final String fresh;
  private final String former;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong rows = new AtomicLong();
  private final Queue<String> warnings = new ConcurrentLinkedQueue<>();

  private BesideTable(TablePair pair, TableDefinition definition) {
    this.pair = pair;
    this.definition = definition;
    this.fresh = BesideNames.fresh(pair.name());
    this.former = BesideNames.former(pair.name());
  }

  /**
   * Creates it without rows and secondary keys.
   *
   * @return empty where the server refuses it, as it does when the account has no right to, or the
   *     table would not become the same
   */
  static Optional<BesideTable> create(Connection connection, TablePair pair) throws SQLException {
    TableDefinition definition = TableDefinition.read(connection, pair.name());
    if (!definition.hasOrdinaryKeys()) {
      return Optional.empty();
    }
    BesideTable table = new BesideTable(pair, definition);
    if (table.create(connection)) {
      return Optional.of(table);
    }
    table.drop(connection);
    return Optional.empty();
  }

  private boolean create(Connection connection) {
    try {
      execute(
          connection,
          "CREATE TABLE %s LIKE %s".formatted(Ddl.quote(fresh), Ddl.quote(pair.name())));
      if (!TableDefinition.read(connection, fresh).isLike(definition)) {
        return false;
      }
      List<String> clauses =
          new ArrayList<>(definition.keys().stream().map(key -> "DROP KEY " + key.name()).toList());
      clauses.addAll(recalculation("0"));
      alter(connection, clauses);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  TablePair pair() {
    return pair;
  }

  /**
   * Its files in the groups that may be loaded at once.
   *
   * @param together whether the server gives the rows of one table to one session at a time
   */
  List<List<String>> groups(boolean together) {
    List<String> files = pair.saved().files();
    List<List<String>> groups = together ? List.of(files) : files.stream().map(List::of).toList();
    waiting.set(groups.size());
    return groups;
  }

  /**
   * Loads the lines of a group.
   *
   * @param done receives the number of rows
   * @return whether it was the last group
   */
  boolean load(Connection connection, InputStream lines, LongConsumer done) throws SQLException {
    TableLoad.Loaded loaded =
        TableLoad.load(connection, fresh, TableRestore.columns(pair.saved(), pair.live()), lines);
    rows.addAndGet(loaded.rows());
    warnings.addAll(loaded.warnings());
    done.accept(loaded.rows());
    return waiting.decrementAndGet() == 0;
  }

  /** Adds the keys, checks the rows and puts the table in its place, all rows being loaded. */
  boolean complete(Connection connection, TableRestore restore) throws SQLException, IOException {
    List<String> clauses =
        new ArrayList<>(definition.keys().stream().map(key -> "ADD " + key.line()).toList());
    clauses.addAll(ForeignKeyNames.underOtherNames(pair.name(), definition));
    clauses.addAll(recalculation("DEFAULT"));
    alter(connection, clauses);
    List<String> remarks = warnings.stream().limit(REMARKS).collect(Collectors.toList());
    restore.check(
        pair.saved(),
        pair.live(),
        fresh,
        pair.saved().rows(),
        new TableLoad.Loaded(rows.get(), remarks));
    restore.number(pair.saved(), fresh);
    analyze(connection);
    return swap(connection);
  }

  /**
   * The clause on statistics in the background, of a table that does not say so itself: MariaDB
   * keeps a processor busy with those of a table that grows.
   */
  private List<String> recalculation(String value) {
    return definition.saysWhenStatisticsAreMade()
        ? List.of()
        : List.of("STATS_AUTO_RECALC = " + value);
  }

  /** Makes the statistics by which queries are planned: no load in the background has. */
  private void analyze(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery("ANALYZE NO_WRITE_TO_BINLOG TABLE " + Ddl.quote(fresh)).close();
    }
  }

  /**
   * Puts the table in the place of the one that was there, which goes.
   *
   * @return false when another table refers to that one after all, and it was put back
   */
  private boolean swap(Connection connection) throws SQLException {
    String name = Ddl.quote(pair.name());
    rename(connection, name, Ddl.quote(former), Ddl.quote(fresh), name);
    try {
      execute(connection, "SET SESSION foreign_key_checks = 1");
      execute(connection, "DROP TABLE " + Ddl.quote(former));
    } catch (SQLException e) {
      if (!REFERRED_TO.contains(e.getErrorCode())) {
        throw e;
      }
      rename(connection, name, Ddl.quote(fresh), Ddl.quote(former), name);
      return false;
    } finally {
      execute(connection, "SET SESSION foreign_key_checks = 0");
    }
    ForeignKeyNames.own(connection, pair.name(), definition);
    return true;
  }

  private static void rename(
      Connection connection, String one, String its, String other, String theirs)
      throws SQLException {
    execute(connection, "RENAME TABLE %s TO %s, %s TO %s".formatted(one, its, other, theirs));
  }

  /** Drops it, if it is still there; when the connection is gone, the next run does. */
  void drop(Connection connection) {
    try {
      execute(connection, "DROP TABLE IF EXISTS " + Ddl.quote(fresh));
    } catch (SQLException gone) {
      return;
    }
  }

  private void alter(Connection connection, List<String> clauses) throws SQLException {
    if (!clauses.isEmpty()) {
      execute(connection, "ALTER TABLE " + Ddl.quote(fresh) + " " + String.join(", ", clauses));
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
