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
  private final boolean shared;

  private SharedView(List<Connection> connections, boolean shared) {
    this.connections = connections;
    this.shared = shared;
  }

  /**
   * Opens connections, as many as can see one moment.
   *
   * @param maximum number of connections
   * @param connect opens one that commits each statement
   */
  public static SharedView open(int maximum, Supplier<Connection> connect) throws SQLException {
    return open(maximum, List.of(connect)).get(0);
  }

  /**
   * Opens views of several databases of one server, all of one moment where that is possible.
   *
   * @param maximum number of connections of each
   * @param databases for each, what opens a connection that commits each statement
   */
  public static List<SharedView> open(int maximum, List<Supplier<Connection>> databases)
      throws SQLException {
    List<Connection> all = new ArrayList<>();
    try {
      for (Supplier<Connection> connect : databases) {
        for (int i = 0; i < maximum; i++) {
          Connection connection = connect.get();
          all.add(connection);
          execute(connection, "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
          execute(connection, "SET SESSION wait_timeout = 86400, net_write_timeout = 3600");
        }
      }
      boolean shared = all.size() == 1 || underLock(databases, all) || unchanged(all);
      if (all.size() == 1) {
        begin(all);
      }
      List<SharedView> views = new ArrayList<>();
      for (int from = 0; from < all.size(); from += maximum) {
        List<Connection> own = new ArrayList<>(all.subList(from, from + maximum));
        if (!shared) {
          closeAll(own.subList(1, maximum));
          own.subList(1, maximum).clear();
        }
        views.add(new SharedView(own, shared));
      }
      return views;
    } catch (SQLException | RuntimeException e) {
      closeAll(all);
      throw e;
    }
  }

  /** Takes the lock with the first account that may. */
  private static boolean underLock(
      List<Supplier<Connection>> databases, List<Connection> connections) throws SQLException {
    for (Supplier<Connection> connect : databases) {
      if (underLock(connect, connections)) {
        return true;
      }
    }
    return false;
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

  /** Returns whether all connections, and all views that were opened with it, see one moment. */
  public boolean isShared() {
    return shared;
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
