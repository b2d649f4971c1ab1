package org.openedx.devdata.jdbc.stream;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Connections to one server that all see one moment of it, in transactions that only read. Closing
 * ends them. Not thread-safe.
 *
 * <p>The moment is made one by a lock on all tables, for as long as the transactions take to begin,
 * where the account may; else by a look at the server's count of commits before and after. On a
 * server that is too busy for that, there is one connection.
 */
public final class SharedView implements AutoCloseable {

  private static final int LOCK_SECONDS = 5;
  private static final int ATTEMPTS = 5;

  /** A commit is counted a moment after others see it. */
  private static final long COUNT_DELAY_MILLIS = 20;

  private final List<Connection> connections;

  private SharedView(List<Connection> connections) {
    this.connections = connections;
  }

  /**
   * Opens connections, as many as can see one moment.
   *
   * @param maximum number of connections
   * @param connect opens one that commits each statement
   */
  public static SharedView open(int maximum, Supplier<Connection> connect) throws SQLException {
    List<Connection> connections = new ArrayList<>();
    try {
      for (int i = 0; i < maximum; i++) {
        connections.add(connect.get());
        execute(connections.get(i), "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        execute(connections.get(i), "SET SESSION wait_timeout = 86400, net_write_timeout = 3600");
      }
      boolean one = maximum == 1 || underLock(connect, connections) || unchanged(connections);
      if (!one) {
        closeAll(connections.subList(1, connections.size()));
        connections.subList(1, connections.size()).clear();
      }
      if (maximum == 1) {
        begin(connections);
      }
      return new SharedView(connections);
    } catch (SQLException | RuntimeException e) {
      closeAll(connections);
      throw e;
    }
  }

  private static boolean underLock(Supplier<Connection> connect, List<Connection> connections)
      throws SQLException {
    try (Connection locking = connect.get()) {
      try {
        execute(locking, "SET SESSION lock_wait_timeout = " + LOCK_SECONDS);
        execute(locking, "FLUSH TABLES WITH READ LOCK");
      } catch (SQLException notAllowedOrBusy) {
        return false;
      }
      begin(connections);
      execute(locking, "UNLOCK TABLES");
      return true;
    }
  }

  /** Begins until no commit came between; the first connection keeps its view at last. */
  private static boolean unchanged(List<Connection> connections) throws SQLException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      for (Connection connection : connections) {
        // The end of an earlier attempt would count as a commit.
        execute(connection, "COMMIT");
      }
      long before = commits(connections.get(0));
      begin(connections);
      pause();
      if (commits(connections.get(0)) == before) {
        return true;
      }
    }
    return false;
  }

  private static void begin(List<Connection> connections) throws SQLException {
    for (Connection connection : connections) {
      execute(connection, "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
    }
  }

  private static long commits(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SHOW GLOBAL STATUS WHERE Variable_name IN ('Handler_commit', 'Handler_prepare',"
                    + " 'Handler_write', 'Handler_update', 'Handler_delete')")) {
      long sum = 0;
      while (result.next()) {
        // The question itself fills a temporary table, which counts as writing.
        sum += result.getString(1).equals("Handler_write") ? 0 : result.getLong(2);
      }
      return sum;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(COUNT_DELAY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The connections, at least one. */
  public List<Connection> connections() {
    return connections;
  }

  @Override
  public void close() {
    closeAll(connections);
  }

  private static void closeAll(List<Connection> connections) {
    for (Connection connection : connections) {
      try {
        connection.close();
      } catch (SQLException gone) {
        // The server ends the transaction by itself, and the others are closed all the same.
      }
    }
  }
}
