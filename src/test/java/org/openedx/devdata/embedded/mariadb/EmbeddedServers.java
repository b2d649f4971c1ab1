package org.openedx.devdata.embedded.mariadb;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.embedded.CacheFolder;
import org.openedx.devdata.embedded.Lease;
import org.openedx.devdata.embedded.ServerEndpoint;
import org.openedx.devdata.testing.Sql;

/** Built-in servers in a folder of the test, none of which outlives it. */
abstract class EmbeddedServers {

  static final CacheFolder CACHE =
      CacheFolder.choose(System.getenv(), Path.of(System.getProperty("user.home")));

  @TempDir Path folder;

  private final List<String> progress = new ArrayList<>();

  @AfterEach
  void leaveNoServer() {
    server().stop();
  }

  Path home() {
    return folder.resolve("mariadb");
  }

  EmbeddedMariaDb server() {
    return server(home(), 0);
  }

  EmbeddedMariaDb server(Path home, int port) {
    return new EmbeddedMariaDb(home, CACHE, port, progress::add);
  }

  static Connection connect(Lease lease) throws SQLException {
    ServerEndpoint endpoint = lease.endpoint();
    return DriverManager.getConnection(endpoint.jdbcUrl(""), endpoint.user(), endpoint.password());
  }

  static String value(Lease lease, String query) throws SQLException {
    try (Connection connection = connect(lease)) {
      return Sql.value(connection, query);
    }
  }
}
