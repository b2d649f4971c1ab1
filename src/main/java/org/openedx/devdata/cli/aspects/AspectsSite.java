package org.openedx.devdata.cli.aspects;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.openedx.devdata.cli.connect.ConnectArguments;
import org.openedx.devdata.cli.connect.Databases;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseSettings;
import org.openedx.devdata.service.aspects.AspectsConnection;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.AspectsStatus;

/** The ClickHouse that an {@code aspects} command is about, open. Not thread-safe. */
final class AspectsSite implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofHours(24);

  private final Databases databases;
  private final AspectsConnection connection;
  private final ClickHouse server;
  private final AspectsNames names;

  AspectsSite(Session session, ConnectArguments connect) {
    this(session, connect, UnaryOperator.identity());
  }

  /** A site with the time that statements about all rows of large tables take. */
  static AspectsSite patient(Session session, ConnectArguments connect) {
    return new AspectsSite(session, connect, settings -> settings.withTimeout(PATIENCE));
  }

  private AspectsSite(
      Session session, ConnectArguments connect, UnaryOperator<ClickHouseSettings> settings) {
    this.databases = new Databases(session, connect.toConnect(session.options()));
    try {
      this.connection = AspectsConnection.of(databases.aspects());
      this.server = ClickHouse.of(settings.apply(connection.settings()));
    } catch (RuntimeException e) {
      databases.close();
      throw e;
    }
    try {
      this.names = connection.found(server);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  ClickHouse server() {
    return server;
  }

  AspectsNames names() {
    return names;
  }

  /** Address for people. */
  String label() {
    return connection.settings().label();
  }

  /**
   * The state of the site.
   *
   * @throws DatabaseException when it has no raw tables
   */
  AspectsStatus requireTables() {
    AspectsStatus status = AspectsStatus.read(server, names());
    if (status.rawForm() == AspectsStatus.RawForm.MISSING) {
      throw new DatabaseException(
          "%s has no table '%s'; run the site's migrations, `devdata aspects init`, or name its databases in the address"
              .formatted(label(), names().statements()));
    }
    return status;
  }

  @Override
  public void close() {
    server.close();
    databases.close();
  }
}
