package org.openedx.devdata.embedded.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.embedded.CacheFolder;
import org.openedx.devdata.embedded.EmbeddedServerException;
import org.openedx.devdata.embedded.Lease;
import org.openedx.devdata.embedded.LeaseHolder;
import org.openedx.devdata.embedded.ServerEndpoint;
import org.openedx.devdata.embedded.ServerStatus;
import org.openedx.devdata.embedded.StopResult;
import org.openedx.devdata.testing.Sql;

class EmbeddedMariaDbTest {

  private static final CacheFolder CACHE =
      CacheFolder.choose(System.getenv(), Path.of(System.getProperty("user.home")));

  @TempDir Path folder;

  private final List<String> progress = new ArrayList<>();

  @AfterEach
  void leaveNoServer() {
    server().stop();
  }

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
  void isSharedByTheUsersOfOneProcess() throws SQLException {
    Lease first = server().lease();
    Lease second = server().lease();
    first.close();

    assertThat(second.endpoint()).isEqualTo(first.endpoint());
    assertThat(value(second, "SELECT 1")).isEqualTo("1");

    second.close();
    assertThat(server().status().running()).isEmpty();
  }

  @Test
  void startsOnceForThreadsThatComeAtTheSameTime() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Lease>> leases =
          IntStream.range(0, 4).mapToObj(i -> threads.submit(() -> server().lease())).toList();
      assertThat(leases)
          .extracting(lease -> lease.get().endpoint().port())
          .containsOnly(leases.get(0).get().endpoint().port());
      for (Future<Lease> lease : leases) {
        lease.get().close();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(server().status().running()).isEmpty();
  }

  @Test
  void isSharedByTwoProcesses() throws Exception {
    try (LeaseHolder.Running one = LeaseHolder.Running.start(home(), CACHE);
        LeaseHolder.Running two = LeaseHolder.Running.start(home(), CACHE)) {
      assertThat(one.port()).isEqualTo(two.port());
      assertThat(server().status().running()).map(ServerStatus.Running::users).hasValue(2);

      assertThat(one.finish()).isZero();
      assertThat(server().status().running()).map(ServerStatus.Running::users).hasValue(1);

      assertThat(two.finish()).isZero();
      assertThat(server().status().running()).isEmpty();
    }
  }

  @Test
  void forgetsAKilledUser() throws Exception {
    try (LeaseHolder.Running other = LeaseHolder.Running.start(home(), CACHE)) {
      int port = other.port();
      other.kill();

      try (Lease lease = server().lease()) {
        assertThat(lease.endpoint().port()).isEqualTo(port);
        assertThat(server().status().running()).map(ServerStatus.Running::users).hasValue(1);
      }
      assertThat(server().status().running()).isEmpty();
    }
  }

  @Test
  void endsWhenItsOnlyUserIsToldToEnd() throws Exception {
    try (LeaseHolder.Running other = LeaseHolder.Running.start(home(), CACHE)) {
      other.port();
      // What Ctrl-C does, but for the signal's number.
      other.process().destroy();
      other.process().waitFor();

      assertThat(server().status().running()).isEmpty();
    }
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
  void letsItsUsersFinishWhenStopped() throws SQLException {
    server().start();
    try (Lease lease = server().lease()) {
      assertThat(server().stop()).isEqualTo(StopResult.IN_USE);
      assertThat(value(lease, "SELECT 1")).isEqualTo("1");
    }

    assertThat(server().status().running()).isEmpty();
  }

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

  private Path home() {
    return folder.resolve("mariadb");
  }

  private EmbeddedMariaDb server() {
    return server(home(), 0);
  }

  private EmbeddedMariaDb server(Path home, int port) {
    return new EmbeddedMariaDb(home, CACHE, port, progress::add);
  }

  private static Connection connect(Lease lease) throws SQLException {
    ServerEndpoint endpoint = lease.endpoint();
    return DriverManager.getConnection(endpoint.jdbcUrl(""), endpoint.user(), endpoint.password());
  }

  private static String value(Lease lease, String query) throws SQLException {
    try (Connection connection = connect(lease)) {
      return Sql.value(connection, query);
    }
  }
}
