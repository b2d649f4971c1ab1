package org.openedx.devdata.embedded.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.embedded.StopResult;
import org.openedx.devdata.embedded.clickhouse.library.ChdbLibrary;
import org.openedx.devdata.embedded.clickhouse.library.ChdbPackage;
import org.openedx.devdata.embedded.clickhouse.library.ClickHouseUnavailableException;
import org.openedx.devdata.testing.JavaCommand;
import org.openedx.devdata.testing.Requirement;

/** Leases, and the process that they keep alive. */
@Tag("clickhouse")
class EmbeddedClickHouseTest {

  @TempDir Path folder;

  @BeforeAll
  static void needsTheLibrary() {
    try {
      ChdbLibrary.ofThisMachine()
          .locate(
              ChdbPackage.of(System.getProperty("os.name"), System.getProperty("os.arch")),
              message -> {});
    } catch (ClickHouseUnavailableException e) {
      Requirement.present(false, () -> "no embedded ClickHouse: " + e.getMessage());
    }
  }

  /** Before the folder is deleted under it. */
  @AfterEach
  void letTheEngineEnd() throws Exception {
    var running = EmbeddedClickHouse.status(folder);
    if (running.isPresent()) {
      awaitEnd(running.get().pid());
    }
  }

  private EmbeddedClickHouse lease() {
    return EmbeddedClickHouse.lease(folder, message -> {});
  }

  static String run(EmbeddedClickHouse engine, String statement)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(engine.url() + "/"))
            .header("X-ClickHouse-User", engine.user())
            .header("X-ClickHouse-Key", engine.password())
            .POST(HttpRequest.BodyPublishers.ofString(statement))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static void awaitEnd(long pid) throws Exception {
    var handle = ProcessHandle.of(pid);
    if (handle.isPresent()) {
      handle.get().onExit().get(Duration.ofSeconds(20).toSeconds(), TimeUnit.SECONDS);
    }
  }

  private long pid() throws IOException {
    return EmbeddedClickHouse.status(folder).orElseThrow().pid();
  }

  @Test
  void dataOutlivesTheEngine() throws Exception {
    long pid;
    try (EmbeddedClickHouse engine = lease()) {
      run(engine, "CREATE TABLE kept (a UInt8) ENGINE = MergeTree ORDER BY a");
      run(engine, "INSERT INTO kept VALUES (5)");
      pid = pid();
    }
    awaitEnd(pid);
    assertThat(EmbeddedClickHouse.status(folder)).isEmpty();
    try (EmbeddedClickHouse engine = lease()) {
      assertThat(run(engine, "SELECT a FROM kept")).isEqualTo("5\n");
    }
  }

  @Test
  void dataOutlivesAKill() throws Exception {
    try (EmbeddedClickHouse engine = lease()) {
      run(engine, "CREATE TABLE kept (a UInt8) ENGINE = MergeTree ORDER BY a");
      run(engine, "INSERT INTO kept VALUES (5)");
      long pid = pid();
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
      awaitEnd(pid);
    }
    try (EmbeddedClickHouse engine = lease()) {
      assertThat(run(engine, "SELECT a FROM kept")).isEqualTo("5\n");
    }
  }

  @Test
  void leaseInTheMomentOfTheEndGetsALivingEngine() throws Exception {
    for (int round = 0; round < 8; round++) {
      try (EmbeddedClickHouse engine = lease()) {
        assertThat(run(engine, "SELECT 1")).isEqualTo("1\n");
      }
      // Each round lets go a little later in the engine's look at its users, four times a second.
      long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(60L * round);
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void secondLeaseJoinsTheFirst() throws Exception {
    try (EmbeddedClickHouse first = lease();
        EmbeddedClickHouse second = lease()) {
      assertThat(second.port()).isEqualTo(first.port());
    }
  }

  @Test
  void engineStaysForTheLastLease() throws Exception {
    EmbeddedClickHouse first = lease();
    try (EmbeddedClickHouse second = lease()) {
      first.close();
      assertThat(run(second, "SELECT sleep(1)")).isEqualTo("0\n");
      assertThat(run(second, "SELECT 1")).isEqualTo("1\n");
    }
  }

  @Test
  void anotherProcessKeepsTheEngineAfterTheFirstHasLeft() throws Exception {
    EmbeddedClickHouse first = lease();
    int port = first.port();
    Process other =
        new ProcessBuilder(JavaCommand.main(LeaseHolder.class, folder.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var out = other.inputReader()) {
      assertThat(out.readLine()).isEqualTo(String.valueOf(port));
      long pid = pid();
      first.close();
      assertThat(run(first, "SELECT sleep(1)")).isEqualTo("0\n");
      other.destroyForcibly();
      awaitEnd(pid);
      assertThat(EmbeddedClickHouse.status(folder)).isEmpty();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void engineThatWasAskedToStayStaysUntilItIsStopped() throws Exception {
    long pid;
    try (EmbeddedClickHouse engine = lease()) {
      engine.stay();
      pid = pid();
    }
    assertThat(EmbeddedClickHouse.status(folder).orElseThrow().stays()).isTrue();
    try (EmbeddedClickHouse again = lease()) {
      assertThat(run(again, "SELECT sleep(1)")).isEqualTo("0\n");
      assertThat(pid()).isEqualTo(pid);
    }
    assertThat(EmbeddedClickHouse.stop(folder)).isEqualTo(StopResult.STOPPED);
    assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse();
    assertThat(EmbeddedClickHouse.status(folder)).isEmpty();
  }

  @Test
  void engineThatIsUsedIsNotStopped() throws Exception {
    try (EmbeddedClickHouse engine = lease()) {
      engine.stay();
      assertThat(EmbeddedClickHouse.stop(folder)).isEqualTo(StopResult.IN_USE);
      assertThat(run(engine, "SELECT 1")).isEqualTo("1\n");
    }
  }

  @Test
  void engineEndsWithItsFolder() throws Exception {
    try (EmbeddedClickHouse engine = lease()) {
      engine.stay();
      long pid = pid();
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          if (!file.equals(folder)) {
            Files.deleteIfExists(file);
          }
        }
      }
      awaitEnd(pid);
      assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse();
    }
  }

  @Test
  void nothingRunsInANewFolder() throws Exception {
    assertThat(EmbeddedClickHouse.status(folder)).isEmpty();
    assertThat(EmbeddedClickHouse.stop(folder)).isEqualTo(StopResult.NOT_RUNNING);
  }

  /** A process that holds a lease until it is killed. */
  static final class LeaseHolder {
    public static void main(String[] args) throws Exception {
      try (EmbeddedClickHouse engine = EmbeddedClickHouse.lease(Path.of(args[0]), m -> {})) {
        System.out.println(engine.port());
        System.in.read();
      }
    }
  }
}
