package org.openedx.devdata.cli.connect;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.embedded.clickhouse.EmbeddedClickHouse;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.targets.Target;
import org.openedx.devdata.service.aspects.AspectsConnection;
import org.openedx.devdata.service.aspects.AspectsSetup;

/** The embedded ClickHouse of the working folder. Not thread-safe. */
public final class EmbeddedAspects implements AutoCloseable {

  private final Session session;
  private final Consumer<String> notes;
  private EmbeddedClickHouse lease;

  EmbeddedAspects(Session session, Consumer<String> notes) {
    this.session = session;
    this.notes = notes;
  }

  /** The engine's folder. */
  public static Path home(Session session) {
    return session.surroundings().folder().resolve(EmbeddedEngine.FOLDER).resolve("clickhouse");
  }

  /** Joins the engine, starting it if need be; fetches it when this user has none yet. */
  public static EmbeddedClickHouse lease(Session session, Consumer<String> notes) {
    return lease(session, 0, notes);
  }

  /** Does the same, on a certain port unless that is 0. */
  public static EmbeddedClickHouse lease(Session session, int port, Consumer<String> notes) {
    return EmbeddedClickHouse.lease(
        home(session),
        session.surroundings().environment(),
        Path.of(System.getProperty("user.home", ".")),
        port,
        notes);
  }

  /** Returns its connection settings. */
  ConnectionSettings reach(String ida) {
    if (lease == null) {
      lease = lease(session, notes);
    }
    return new ConnectionSettings(
        Target.EMBEDDED, ida, lease.url().toString(), lease.user(), lease.password());
  }

  /** Makes the tables that it lacks and returns its connection settings. */
  ConnectionSettings settings(String ida) {
    ConnectionSettings settings = reach(ida);
    AspectsConnection connection = AspectsConnection.of(settings);
    try (ClickHouse server = ClickHouse.of(connection.settings())) {
      AspectsSetup.init(server, connection.names()).different().forEach(session::warn);
    }
    return settings;
  }

  @Override
  public void close() {
    if (lease != null) {
      lease.close();
    }
  }
}
