package org.openedx.devdata.embedded.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.embedded.Lease;
import org.openedx.devdata.embedded.ServerEndpoint;
import org.openedx.devdata.embedded.ServerStatus;
import org.openedx.devdata.embedded.StopResult;
import org.openedx.devdata.testing.Sql;

/** The life of the built-in server: its start, its end, its settings and its accounts. */
class EmbeddedMariaDbTest extends EmbeddedServers {

  @Test
  void runsAsLongAsItsOnlyUser() throws SQLException {
    try (Lease lease = server().lease()) {
      assertThat(value(lease, "SELECT VERSION()")).contains("MariaDB");
      assertThat(server().status().running()).hasValueSatisfying(r -> assertRunning(r, lease));
    }

    assertThat(server().status().running()).isEmpty();
  }

  private static void assertRunning(ServerStatus.Running running, Lease lease) {
    assertThat(running.port()).isEqualTo(lease.endpoint().port());
    assertThat(running.users()).isEqualTo(1);
    assertThat(running.stays()).isFalse();
    assertThat(ProcessHandle.of(running.pid())).get().matches(ProcessHandle::isAlive);
  }

  @Test
  void recoversCommittedRowsWhenTheServerWasKilled() throws Exception {
    Lease first = server().lease();
    try (Connection connection = connect(first)) {
      Sql.run(
          connection,
          List.of(
              "CREATE DATABASE d",
              "CREATE TABLE d.t (id INT)",
              "INSERT INTO d.t VALUES (1), (2)",
              "START TRANSACTION",
              "INSERT INTO d.t VALUES (3)"));
      long pid = server().status().running().orElseThrow().pid();
      ProcessHandle killed = ProcessHandle.of(pid).orElseThrow();
      killed.destroyForcibly();
      killed.onExit().join();
    }

    try (Lease second = server().lease()) {
      assertThat(value(second, "SELECT GROUP_CONCAT(id ORDER BY id) FROM d.t")).isEqualTo("1,2");
      first.close();
      assertThat(value(second, "SELECT 1")).isEqualTo("1");
    }
    assertThat(server().status().running()).isEmpty();
  }

  @Test
  void staysWhenStartedToStay() throws SQLException {
    ServerEndpoint started = server().start();
    server().lease().close();

    try (Lease lease = server().lease()) {
      assertThat(lease.endpoint()).isEqualTo(started);
      assertThat(value(lease, "SELECT 1")).isEqualTo("1");
    }
    assertThat(server().status().running()).map(ServerStatus.Running::stays).hasValue(true);

    assertThat(server().stop()).isEqualTo(StopResult.STOPPED);
    assertThat(server().stop()).isEqualTo(StopResult.NOT_RUNNING);
  }

  @Test
  void isClosedToThoseWithoutThePassword() throws Exception {
    try (Lease lease = server().lease()) {
      ServerEndpoint endpoint = lease.endpoint();

      assertThatThrownBy(() -> DriverManager.getConnection(endpoint.jdbcUrl(""), "root", ""))
          .hasMessageContaining("Access denied");
      assertThat(endpoint).asString().doesNotContain(endpoint.password());
      assertThat(Files.getPosixFilePermissions(home().resolve("password")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThat(value(lease, "SELECT @@bind_address")).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void isSetUpLikeTheServersOfThePlatform() throws SQLException {
    try (Lease lease = server().lease()) {
      assertThat(value(lease, "SELECT @@global.collation_server")).isEqualTo("utf8mb4_unicode_ci");
      assertThat(value(lease, "SELECT @@global.local_infile")).isEqualTo("1");
      assertThat(value(lease, "SELECT @@global.time_zone")).isEqualTo("+00:00");
      assertThat(value(lease, "SELECT @@global.sql_mode")).contains("STRICT_TRANS_TABLES");
    }
  }
}
