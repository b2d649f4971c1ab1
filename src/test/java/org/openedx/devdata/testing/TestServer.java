package org.openedx.devdata.testing;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.testcontainers.DockerClientFactory;

/**
 * The one server of a test run: from the environment, in Docker, or embedded, the first there is.
 *
 * <p>Thread-safe: immutable, and every call opens a connection of its own.
 */
final class TestServer implements Closeable {

  /** A Connector/J URL with {@code user} and {@code password} of an account that may do all. */
  static final String URL_VARIABLE = "DEVDATA_TEST_MYSQL_URL";

  private final Endpoint endpoint;
  private final Closeable stop;
  private final String version;

  private TestServer(Endpoint endpoint, Closeable stop) {
    this.endpoint = endpoint;
    this.stop = stop;
    try (Connection connection = connect()) {
      this.version = Sql.value(connection, "SELECT VERSION()");
    } catch (SQLException e) {
      IllegalStateException failure =
          new IllegalStateException(
              "no connection to the test server " + endpoint.hostAndPort(), e);
      try {
        stop.close();
      } catch (IOException suppressed) {
        failure.addSuppressed(suppressed);
      }
      throw failure;
    }
  }

  static TestServer start() {
    String url = System.getenv(URL_VARIABLE);
    if (url != null && !url.isBlank()) {
      return new TestServer(Endpoint.parse(url), () -> {});
    }
    if (DockerClientFactory.instance().isDockerAvailable()) {
      MySqlContainer container = MySqlContainer.start();
      return new TestServer(container.endpoint(), container);
    }
    MariaDbProcess process = MariaDbProcess.start();
    return new TestServer(process.endpoint(), process);
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url(""), user(), password());
  }

  String url(String database) {
    return endpoint.url(database);
  }

  String user() {
    return endpoint.user();
  }

  String password() {
    return endpoint.password();
  }

  Flavour flavour() {
    return version.contains("MariaDB") ? Flavour.MARIADB : Flavour.MYSQL;
  }

  String version() {
    return version;
  }

  @Override
  public void close() throws IOException {
    stop.close();
  }
}
