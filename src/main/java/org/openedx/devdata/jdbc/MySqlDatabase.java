package org.openedx.devdata.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.openedx.devdata.jdbc.parameters.NamedParameters;
import org.openedx.devdata.jdbc.schema.LiveSchema;
import org.openedx.devdata.jdbc.table.Table;

/**
 * One connection to a MySQL or MariaDB database, in a transaction of its own from the first
 * statement on. Nothing is committed unless {@link #commit()} is called; closing rolls back. Not
 * thread-safe, but for what it writes asynchronously by itself.
 */
public final class MySqlDatabase implements AutoCloseable {

  /** One devdata at a time writes to a database: see {@link #lock}. */
  private static final String LOCK_PREFIX = "devdata:";

  /** Databases that each server has for itself. */
  private static final Set<String> OF_SERVERS =
      Set.of("mysql", "sys", "information_schema", "performance_schema");

  private final ConnectionSettings settings;
  private final Handle handle;
  private final LiveSchema schema;
  private final ServerTraits traits;
  private final BackgroundWork work = new BackgroundWork();

  /** True once a commit may have been made or not. */
  private boolean inDoubt;

  private MySqlDatabase(
      ConnectionSettings settings, Handle handle, LiveSchema schema, ServerTraits traits) {
    this.settings = settings;
    this.handle = handle;
    this.schema = schema;
    this.traits = traits;
  }

  /**
   * Connects and reads what the database has.
   *
   * @throws DatabaseException saying where it tried, what the server said and what to try
   */
  public static MySqlDatabase open(ConnectionSettings settings) {
    requireOwn(settings);
    Handle handle = null;
    try {
      handle =
          NamedParameters.in(Jdbi.create(MySqlUrl.withOptions(settings.url()), login(settings)))
              .open();
      MySqlUrl.greeted(handle.getConnection(), settings.url());
      SessionVariables.set(handle.getConnection());
      handle.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
      LiveSchema schema = LiveSchema.read(handle, settings.aliases());
      ServerTraits traits = ServerTraits.read(handle);
      handle.getConnection().setAutoCommit(false);
      return new MySqlDatabase(settings, handle, schema, traits);
    } catch (SQLException | RuntimeException e) {
      if (handle != null) {
        handle.close();
      }
      throw SqlFailures.unopened(settings, e);
    }
  }

  /**
   * Connects and reads nothing: a connection in UTC that commits each statement, for work on whole
   * tables.
   *
   * @throws DatabaseException saying where it tried, what the server said and what to try
   */
  public static Connection connect(ConnectionSettings settings) {
    requireOwn(settings);
    try {
      Connection connection = WholeTables.connect(settings.url(), login(settings));
      MySqlUrl.greeted(connection, settings.url());
      SessionVariables.set(connection);
      return connection;
    } catch (SQLException e) {
      throw SqlFailures.unopened(settings, e);
    }
  }

  /** Refuses what a server keeps of itself: accounts and rights go with its rows. */
  private static void requireOwn(ConnectionSettings settings) {
    String name = MySqlUrl.database(settings.url());
    if (OF_SERVERS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new DatabaseException(
          "%s: '%s' is the server's own database; name that of the service in the URL"
              .formatted(settings.label(), name));
    }
  }

  private static Properties login(ConnectionSettings settings) {
    Properties login = new Properties();
    login.setProperty("user", settings.user());
    login.setProperty("password", settings.password());
    return login;
  }

  /** Returns whether a server is a MariaDB, as its greeting says: nothing is asked. */
  public static boolean isMariaDb(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductVersion().contains("MariaDB");
  }

  public ConnectionSettings settings() {
    return settings;
  }

  public LiveSchema schema() {
    return schema;
  }

  /** Returns whether the database has a table now, with whatever was made since it was opened. */
  public boolean hasTable(String name) {
    return handle()
            .createQuery(
                "SELECT COUNT(*) FROM information_schema.tables"
                    + " WHERE table_schema = DATABASE() AND table_name = :name")
            .bind("name", name)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** The server's version text, such as {@code 8.4.3} or {@code 11.4.5-MariaDB}. */
  public String version() {
    return traits.version();
  }

  public boolean isMariaDb() {
    return traits.isMariaDb();
  }

  /** Returns whether the server takes {@code LOAD DATA LOCAL}. */
  public boolean takesLocalInfile() {
    return traits.localInfile();
  }

  /** Bytes of values that a statement may have: the server takes no larger one. */
  public long statementBytes() {
    return traits.statementBytes();
  }

  /**
   * Returns whether the keys that the server gives to the rows of one {@code LOAD DATA} follow each
   * other: it keeps other sessions from numbering meanwhile ({@code innodb_autoinc_lock_mode} 0 or
   * 1).
   */
  public boolean numbersInRow() {
    return traits.numbersInRow();
  }

  /** For statements that are not bulk; shares the connection and its transaction. */
  public Handle handle() {
    work.flush();
    return handle;
  }

  public Connection connection() {
    return handle().getConnection();
  }

  /**
   * Writes while the caller goes on, in the order of the calls; waits when a lot is to be written
   * already. What uses the connection next fails with the failure of this.
   *
   * @param tables that are written to; who reads them waits until that is done
   * @param write uses this database, and nothing that the caller changes meanwhile
   */
  public void writeAsynchronously(Collection<Table> tables, Runnable write) {
    work.add(tables.stream().map(Table::name).collect(Collectors.toSet()), write);
  }

  /** Work done with the connection to read. */
  public interface Reading {
    void with(Connection connection) throws SQLException;
  }

  /**
   * Reads a table with all that was written to it before; what is written asynchronously to other
   * tables only makes way.
   *
   * @throws DatabaseException when that fails
   */
  public void reading(Table table, Reading reading) {
    work.between(
        table.name(),
        () -> {
          try {
            reading.with(handle.getConnection());
          } catch (SQLException e) {
            throw SqlFailures.explain(settings.label() + ": look-up in " + table + " failed", e);
          }
        });
  }

  /**
   * Waits until no other devdata writes to this database, and keeps others out until the connection
   * closes. Two loads at the same time so run one after the other.
   *
   * @throws DatabaseException when another one still writes after the time
   */
  public void lock(Duration patience) {
    String name = LOCK_PREFIX + MySqlUrl.database(settings.url());
    String shortName =
        name.length() <= 64 ? name : LOCK_PREFIX + Integer.toHexString(name.hashCode());
    Integer got =
        handle
            .createQuery("SELECT GET_LOCK(:name, :seconds)")
            .bind("name", shortName)
            .bind("seconds", patience.toSeconds())
            .mapTo(Integer.class)
            .one();
    if (got == null || got != 1) {
      throw new DatabaseException(
          settings.label()
              + ": another devdata has been writing to this database for "
              + patience.toSeconds()
              + " seconds; wait for it or end it, then run again");
    }
    // The lock may have taken a while: look-ups must see what the other one committed.
    rollback();
  }

  /** Waits for all that is written asynchronously, and fails with its failure. */
  public void flush() {
    work.flush();
  }

  /**
   * Commits.
   *
   * @throws CommitInDoubtException when the connection ends before the server has answered
   */
  public void commit() {
    try {
      connection().commit();
    } catch (SQLException e) {
      if (LostConnection.is(e)) {
        inDoubt = true;
        throw new CommitInDoubtException(
            settings.label()
                + ": the connection failed during the commit, so that it is not known whether what was"
                + " written is there; look before you run the command again",
            e);
      }
      throw SqlFailures.explain(settings.label() + ": commit failed", e);
    }
  }

  /** Returns whether it is not known if the last commit was made. */
  public boolean isInDoubt() {
    return inDoubt;
  }

  /** Takes back everything since the last commit. */
  public void rollback() {
    try {
      connection().rollback();
    } catch (SQLException e) {
      throw SqlFailures.explain(settings.label() + ": roll-back failed", e);
    }
  }

  @Override
  public void close() {
    work.close();
    try {
      if (!connection().isClosed()) {
        connection().rollback();
        connection().setAutoCommit(true);
      }
      handle.close();
    } catch (SQLException | RuntimeException e) {
      // The connection broke, and with it the transaction: the server rolls it back by itself.
      abandon();
    }
  }

  private void abandon() {
    try {
      connection().abort(Runnable::run);
    } catch (SQLException e) {
      // Nothing is left to release on this side.
      return;
    }
  }
}
