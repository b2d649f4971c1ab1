package org.openedx.devdata.keep.empty;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SqlFailures;
import org.openedx.devdata.jdbc.catalog.CatalogColumn;
import org.openedx.devdata.jdbc.table.Ddl;

/**
 * Removal of what a plan says goes. Each step leaves all foreign keys whole, so that a run that was
 * killed is finished by the next one. Not thread-safe.
 */
public final class EmptyRun {

  /** Rows that one statement removes, so that no transaction grows large. */
  private static final int CHUNK = 20_000;

  /** Runs until nothing is left: another program may write meanwhile. */
  private static final int ROUNDS = 3;

  /** MySQL's number for an account that may not run a statement on a table. */
  private static final int DENIED = 1142;

  private final MySqlDatabase database;
  private final Consumer<String> progress;
  private boolean mayTruncate = true;

  /**
   * @param database holds the lock of devdata
   * @param progress receives the name of each table before its rows go
   */
  public EmptyRun(MySqlDatabase database, Consumer<String> progress) {
    this.database = database;
    this.progress = progress;
  }

  /**
   * Removes.
   *
   * @param replan looks again at what is left
   * @throws DatabaseException when the server refuses, or rows come as fast as they go
   */
  public void run(EmptyPlan plan, Supplier<EmptyPlan> replan) {
    EmptyPlan left = plan;
    for (int round = 0; round < ROUNDS && left.changes(); round++) {
      // A counter that cannot be reset is no reason for another round.
      if (round > 0 && left.removed() == 0) {
        return;
      }
      remove(left);
      left = replan.get();
    }
    if (left.removed() > 0) {
      throw new DatabaseException(
          "%s: %d rows were written while others were removed; stop what writes to it, then run again"
              .formatted(database.settings().label(), left.removed()));
    }
  }

  private void remove(EmptyPlan plan) {
    Connection connection = database.handle().getConnection();
    try {
      for (List<EmptyTable> group : EmptyGroups.of(plan)) {
        if (group.stream().anyMatch(EmptyTable::changes)) {
          remove(connection, plan, group);
        }
      }
      for (EmptyTable table : plan.tables()) {
        if (table.listing() == EmptyTable.Listing.DROPPED) {
          drop(connection, table);
        }
      }
    } catch (SQLException e) {
      throw SqlFailures.explain(database.settings().label() + ": rows could not be removed", e);
    }
  }

  /** Its rows have gone; an account without the right to drop leaves the empty table. */
  private void drop(Connection connection, EmptyTable table) throws SQLException {
    try {
      execute(connection, "DROP TABLE IF EXISTS " + name(table));
    } catch (SQLException e) {
      if (e.getErrorCode() != DENIED) {
        throw e;
      }
    }
  }

  private void remove(Connection connection, EmptyPlan plan, List<EmptyTable> group)
      throws SQLException {
    progress.accept(group.get(0).table().name());
    for (EmptyTable table : group) {
      clear(connection, plan, table);
    }
    if (group.size() > 1 || refersToItself(group.get(0)) && !group.get(0).goesWhole()) {
      removeTogether(connection, group);
    }
    for (EmptyTable table : group) {
      if (table.goesWhole()) {
        truncate(connection, table);
      } else if (table.removed() > 0) {
        removeInChunks(connection, table);
        resetCounter(connection, table);
      }
    }
  }

  private static boolean refersToItself(EmptyTable table) {
    return table.table().references().stream()
        .anyMatch(reference -> reference.table().equals(table.table().name()));
  }

  private void clear(Connection connection, EmptyPlan plan, EmptyTable table) throws SQLException {
    for (EmptyTable.Cleared cleared : table.cleared()) {
      KeepCondition target =
          plan.tables().stream()
              .filter(other -> other.table().name().equals(cleared.reference().table()))
              .findFirst()
              .orElseThrow()
              .condition();
      String sets =
          cleared.reference().columns().stream()
              .filter(column -> table.table().column(column).orElseThrow().nullable())
              .map(column -> "t." + Ddl.quote(column) + " = NULL")
              .reduce((one, other) -> one + ", " + other)
              .orElseThrow();
      execute(
          connection,
          "UPDATE %s SET %s WHERE %s"
              .formatted(
                  EmptyPlanner.joined(table.table(), cleared.reference()),
                  sets,
                  EmptyPlanner.leaves(table.condition(), target)));
      connection.commit();
    }
  }

  /** A circle has no order: all of it goes in one transaction, or nothing. */
  private void removeTogether(Connection connection, List<EmptyTable> group) throws SQLException {
    execute(connection, "SET SESSION foreign_key_checks = 0");
    try {
      for (EmptyTable table : group) {
        if (table.removed() > 0) {
          execute(
              connection,
              "DELETE t FROM " + name(table) + " t WHERE " + table.condition().notOf("t"));
        }
      }
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      execute(connection, "SET SESSION foreign_key_checks = 1");
    }
  }

  /** No row refers to the table any more: what referred has gone before. */
  private void truncate(Connection connection, EmptyTable table) throws SQLException {
    if (!table.changes()) {
      return;
    }
    if (mayTruncate) {
      execute(connection, "SET SESSION foreign_key_checks = 0");
      try {
        execute(connection, "TRUNCATE TABLE " + name(table));
        return;
      } catch (SQLException e) {
        if (e.getErrorCode() != DENIED) {
          throw e;
        }
        // Truncating needs the right to drop; an account without it removes row by row.
        mayTruncate = false;
      } finally {
        execute(connection, "SET SESSION foreign_key_checks = 1");
      }
    }
    if (refersToItself(table)) {
      removeTogether(connection, List.of(table));
    } else {
      removeInChunks(connection, table);
    }
  }

  private void removeInChunks(Connection connection, EmptyTable table) throws SQLException {
    String delete =
        "DELETE FROM %s WHERE %s LIMIT %d"
            .formatted(name(table), table.condition().notOf(name(table)), CHUNK);
    while (execute(connection, delete) > 0) {
      connection.commit();
    }
    connection.commit();
  }

  /** InnoDB takes one more than the largest number there is. */
  private void resetCounter(Connection connection, EmptyTable table) throws SQLException {
    if (table.table().columns().stream().noneMatch(CatalogColumn::numbered)) {
      return;
    }
    try {
      execute(connection, "ALTER TABLE " + name(table) + " AUTO_INCREMENT = 1");
    } catch (SQLException e) {
      if (e.getErrorCode() != DENIED) {
        throw e;
      }
    }
  }

  private static String name(EmptyTable table) {
    return Ddl.quote(table.table().name());
  }

  private static int execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }
}
