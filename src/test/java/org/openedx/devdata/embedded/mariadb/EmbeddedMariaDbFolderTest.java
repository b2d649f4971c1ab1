package org.openedx.devdata.embedded.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.embedded.EmbeddedServerException;
import org.openedx.devdata.embedded.Lease;
import org.openedx.devdata.embedded.ServerStatus;
import org.openedx.devdata.embedded.StopResult;
import org.openedx.devdata.testing.Sql;

/** The folder and the port of the built-in server, and what else may be there. */
class EmbeddedMariaDbFolderTest extends EmbeddedServers {

  @Test
  void keepsItsDataAndItsPort() throws SQLException {
    int port;
    try (Lease lease = server().lease();
        Connection connection = connect(lease)) {
      Sql.run(connection, List.of("CREATE DATABASE kept"));
      port = lease.endpoint().port();
    }

    try (Lease lease = server().lease()) {
      assertThat(value(lease, "SHOW DATABASES LIKE 'kept'")).isEqualTo("kept");
      assertThat(lease.endpoint().port()).isEqualTo(port);
    }
    assertThat(server().status().dataBytes()).isGreaterThan(10_000_000);
  }

  @Test
  void takesAnotherPortWhenTheLastOneIsTaken() throws Exception {
    int last;
    try (Lease lease = server().lease()) {
      last = lease.endpoint().port();
    }

    try (ServerSocket taken = new ServerSocket(last, 1, InetAddress.getLoopbackAddress());
        Lease lease = server().lease()) {
      assertThat(lease.endpoint().port()).isNotEqualTo(taken.getLocalPort());
    }
  }

  @Test
  void saysWhichPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> server(home(), port).lease())
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessage(
              "port %d of 127.0.0.1 is taken: choose another one, or 0 for any free port", port);
    }
  }

  @Test
  void worksInALongPathWithBlanksAndLetters() throws SQLException {
    Path deep = folder.resolve("ein Ordner für Zoë's \"Daten\"").resolve("x".repeat(200));
    EmbeddedMariaDb server = server(deep, 0);

    try (Lease lease = server.lease()) {
      assertThat(value(lease, "SELECT 1")).isEqualTo("1");
    }
    assertThat(server.status().running()).isEmpty();
  }

  @Test
  void startsAgainAfterAnUnfinishedSetUp() throws Exception {
    Files.createDirectories(home().resolve("data.part").resolve("mysql"));
    Files.writeString(home().resolve("data.part").resolve("ibdata1"), "half");

    try (Lease lease = server().lease()) {
      assertThat(value(lease, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void takesNoOtherProcessForTheServer() throws Exception {
    try (Lease lease = server().lease()) {
      assertThat(lease.endpoint().port()).isPositive();
    }
    // As after a restart of the machine: the number now belongs to somebody else, here to us.
    new ServerState(ProcessHandle.current().pid(), Instant.EPOCH, 1, true)
        .write(home().resolve("server.properties"));

    assertThat(server().status().running()).isEmpty();
    try (Lease lease = server().lease()) {
      assertThat(value(lease, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void ignoresAStateFileThatMakesNoSense() throws Exception {
    Files.createDirectories(home());
    Files.writeString(home().resolve("server.properties"), "pid=many\n");

    try (Lease lease = server().lease()) {
      assertThat(value(lease, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void refusesAFileInPlaceOfItsFolder() throws Exception {
    Files.writeString(home(), "a file");

    assertThatThrownBy(() -> server().lease())
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("cannot use the folder " + home())
        .hasMessageContaining("is not a folder");
  }

  @Test
  void refusesAPathThatTheServerWouldCutOff() {
    Path deep = folder.resolve("x".repeat(200)).resolve("y".repeat(200));

    assertThatThrownBy(() -> server(deep, 0).lease())
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageEndingWith("MariaDB takes 380: use a shorter one");
  }

  @Test
  void knowsNothingOfAFolderThatWasNeverUsed() {
    ServerStatus status = server().status();

    assertThat(status.running()).isEmpty();
    assertThat(status.dataBytes()).isZero();
    assertThat(server().stop()).isEqualTo(StopResult.NOT_RUNNING);
    assertThat(home()).doesNotExist();
  }
}
