package org.openedx.devdata.cli.connect;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.embedded.CacheFolder;
import org.openedx.devdata.embedded.Lease;
import org.openedx.devdata.embedded.ServerEndpoint;
import org.openedx.devdata.embedded.mariadb.EmbeddedMariaDb;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.targets.ServiceIdentities;
import org.openedx.devdata.jdbc.targets.Target;
import org.openedx.devdata.plan.SqlService;

/**
 * The embedded engine of the working folder, and its databases as the services have them. Not
 * thread-safe.
 */
public final class EmbeddedEngine implements AutoCloseable {

  /** Folder below the working folder that holds its data. */
  public static final String FOLDER = ".devdata";

  private final EmbeddedMariaDb server;
  private final ServiceIdentities services;
  private Lease lease;

  EmbeddedEngine(Session session, Consumer<String> notes) {
    this.server = server(session, 0, notes);
    this.services = session.registry().identities();
  }

  /** The server of the working folder; nothing is started yet. */
  public static EmbeddedMariaDb server(Session session, int port) {
    return server(session, port, session::note);
  }

  private static EmbeddedMariaDb server(Session session, int port, Consumer<String> notes) {
    CacheFolder cache =
        CacheFolder.choose(
            session.surroundings().environment(), Path.of(System.getProperty("user.home", ".")));
    return new EmbeddedMariaDb(home(session), cache, port, notes);
  }

  /** The file that holds the password of its account; only its owner can read it. */
  public static Path passwordFile(Session session) {
    return home(session).resolve("password");
  }

  /** Returns whether the server of the working folder has a service's database. */
  static boolean has(Session session, String ida) {
    String database = session.registry().identities().owner(ida).database();
    return server(session, 0).files().has(database);
  }

  private static Path home(Session session) {
    return session.surroundings().folder().resolve(FOLDER).resolve("mariadb");
  }

  /** Name of a service's database. */
  private String database(String ida) {
    return services.owner(ida).database();
  }

  /**
   * Makes a service's database ready and returns its connection settings; starts the server if need
   * be.
   */
  ConnectionSettings settings(SqlService service) {
    if (lease == null) {
      lease = server.lease();
    }
    String ida = service.descriptor().ida();
    String database = database(ida);
    ConnectionSettings settings = settings(ida, database);
    service.embed(settings(ida, ""), settings, database);
    return settings;
  }

  private ConnectionSettings settings(String ida, String database) {
    ServerEndpoint endpoint = lease.endpoint();
    return new ConnectionSettings(
        Target.EMBEDDED, ida, endpoint.jdbcUrl(database), endpoint.user(), endpoint.password());
  }

  @Override
  public void close() {
    if (lease != null) {
      lease.close();
    }
  }
}
