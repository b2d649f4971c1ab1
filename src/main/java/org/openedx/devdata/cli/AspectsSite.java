package org.openedx.devdata.cli;

import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.service.aspects.AspectsConnection;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.AspectsStatus;

/** The ClickHouse that an {@code aspects} command is about, open. Not thread-safe. */
final class AspectsSite implements AutoCloseable {

  private final Databases databases;
  private final AspectsConnection connection;
  private final ClickHouse server;

  AspectsSite(Session session, ConnectArguments connect) {
    this.databases = new Databases(session, connect.toConnect(session.options()));
    try {
      this.connection = AspectsConnection.of(databases.aspects());
      this.server = ClickHouse.of(connection.settings());
    } catch (RuntimeException e) {
      databases.close();
      throw e;
    }
  }

  ClickHouse server() {
    return server;
  }

  AspectsNames names() {
    return connection.names();
  }

  /** Where it is, for people. */
  String label() {
    return connection.settings().label();
  }

  /**
   * What the site has.
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
