package org.openedx.devdata.embedded.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.embedded.Lease;
import org.openedx.devdata.embedded.LeaseHolder;
import org.openedx.devdata.embedded.ServerStatus;
import org.openedx.devdata.embedded.StopResult;

/** The built-in server with several users, in one process and in several. */
class EmbeddedMariaDbSharingTest extends EmbeddedServers {

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
  void letsItsUsersFinishWhenStopped() throws SQLException {
    server().start();
    try (Lease lease = server().lease()) {
      assertThat(server().stop()).isEqualTo(StopResult.IN_USE);
      assertThat(value(lease, "SELECT 1")).isEqualTo("1");
    }

    assertThat(server().status().running()).isEmpty();
  }
}
