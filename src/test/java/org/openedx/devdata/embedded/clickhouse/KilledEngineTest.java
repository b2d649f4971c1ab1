package org.openedx.devdata.embedded.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openedx.devdata.embedded.LockOwner;
import org.openedx.devdata.embedded.StopResult;
import org.openedx.devdata.testing.ClockSteps;
import org.openedx.devdata.testing.JavaCommand;
import org.openedx.devdata.testing.TestClickHouse;

/** Commands and engines that are killed with kill -9 midway, on the real engine. */
@Tag("clickhouse")
class KilledEngineTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  /** What is there when the process dies, in the order of a start. */
  private enum Moment {
    LOCK(folder -> Files.exists(folder.engineLock())),
    BOOTING(folder -> Files.exists(folder.data().resolve("config"))),
    LISTENING(folder -> Files.exists(folder.lastPort()));

    private final Predicate<EngineFolder> there;

    Moment(Predicate<EngineFolder> there) {
      this.there = there;
    }
  }

  @BeforeAll
  static void findLibrary() {
    TestClickHouse.required();
  }

  private EngineFolder engine() {
    return new EngineFolder(folder);
  }

  private Process holder() throws IOException {
    return new ProcessBuilder(
            JavaCommand.main(EmbeddedClickHouseTest.LeaseHolder.class, folder.toString()))
        .start();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - deadline).isNegative();
      Thread.sleep(2);
    }
  }

  private void theNextCommandWorksAndNothingIsLeft() throws Exception {
    long pid;
    try (EmbeddedClickHouse lease = EmbeddedClickHouse.lease(folder, message -> {})) {
      assertThat(EmbeddedClickHouseTest.run(lease, "SELECT 1")).isEqualTo("1\n");
      pid = EmbeddedClickHouse.status(folder).orElseThrow().pid();
      assertThat(LockOwner.read(engine().engineLock())).startsWith("process " + pid + " on ");
    }
    await(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    assertThat(EmbeddedClickHouse.status(folder)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void startThatIsKilledIsCompletedByTheNextCommand(Moment moment) throws Exception {
    Process holder = holder();
    await(() -> moment.there.test(engine()));
    holder.destroyForcibly().waitFor();
    theNextCommandWorksAndNothingIsLeft();
  }

  @ParameterizedTest
  @EnumSource(names = {"LOCK", "LISTENING"})
  void stopEndsTheEngineOfAKilledCommand(Moment moment) throws Exception {
    Process holder = holder();
    await(() -> moment.there.test(engine()));
    holder.destroyForcibly().waitFor();
    assertThat(EmbeddedClickHouse.stop(folder)).isIn(StopResult.STOPPED, StopResult.NOT_RUNNING);
    assertThat(engine().isRunning()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"BOOTING", "LISTENING"})
  void engineThatIsKilledIsFollowedByAnother(Moment moment) throws Exception {
    Process holder = holder();
    await(() -> moment.there.test(engine()));
    Optional<ProcessHandle> engine = holder.children().findFirst();
    engine.ifPresent(ProcessHandle::destroyForcibly);
    holder.destroyForcibly().waitFor();
    theNextCommandWorksAndNothingIsLeft();
  }

  @Test
  void clockThatWasSetChangesNothing() throws Exception {
    long pid;
    try (EmbeddedClickHouse first = EmbeddedClickHouse.lease(folder, message -> {})) {
      pid = EmbeddedClickHouse.status(folder).orElseThrow().pid();
      for (long step : ClockSteps.SECONDS) {
        ClockSteps.age(folder, step);
        try (EmbeddedClickHouse second = EmbeddedClickHouse.lease(folder, message -> {})) {
          assertThat(second.port()).as("%d s", step).isEqualTo(first.port());
        }
        assertThat(EmbeddedClickHouse.status(folder).orElseThrow().pid()).isEqualTo(pid);
      }
    }
    await(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    for (long step : ClockSteps.SECONDS) {
      ClockSteps.age(folder, step);
      assertThat(EmbeddedClickHouse.status(folder)).as("%d s", step).isEmpty();
      assertThat(EmbeddedClickHouse.stop(folder)).isEqualTo(StopResult.NOT_RUNNING);
    }
  }
}
