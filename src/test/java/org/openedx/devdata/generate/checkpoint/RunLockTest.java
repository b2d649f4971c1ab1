package org.openedx.devdata.generate.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.generate.config.Slice;
import org.openedx.devdata.testing.ClockSteps;

@SuppressWarnings("try") // Locks are only held.
class RunLockTest {

  @TempDir private Path folder;

  @Test
  void secondRunIsRefusedWithTheOwnersName() throws IOException {
    RunFolder whole = new RunFolder(folder.resolve("out"), Slice.WHOLE);
    try (RunLock held = RunLock.of(whole)) {
      assertThatThrownBy(() -> RunLock.of(whole))
          .hasMessageContaining("another run writes to " + whole.path())
          .hasMessageContaining(": this process; ");
    }
    RunLock.of(whole).close();
    try (var files = Files.list(whole.path())) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void slicesOfAWholeRunSideBySide() throws IOException {
    try (RunLock one = RunLock.of(new RunFolder(folder, new Slice(1, 2)));
        RunLock two = RunLock.of(new RunFolder(folder, new Slice(2, 2)))) {
      assertThat(one).isNotEqualTo(two);
    }
  }

  @Test
  void fileThatADeadRunHasLeftIsNoObstacle() throws IOException {
    RunFolder whole = new RunFolder(folder, Slice.WHOLE);
    Files.writeString(whole.lock(), "process 1 on elsewhere since 2020-01-01T00:00:00Z and more");
    RunLock.of(whole).close();
  }

  @Test
  void clockThatWasSetChangesNothing() throws IOException {
    RunFolder whole = new RunFolder(folder, Slice.WHOLE);
    for (long step : ClockSteps.SECONDS) {
      try (RunLock held = RunLock.of(whole)) {
        ClockSteps.age(folder, step);
        assertThatThrownBy(() -> RunLock.of(whole)).hasMessageContaining("another run writes to");
      }
      Files.writeString(whole.lock(), "process 1 on elsewhere since 2999-01-01T00:00:00Z");
      ClockSteps.age(folder, step);
      RunLock.of(whole).close();
    }
  }

  @Test
  void neverTwoAtOnceHoweverOftenItChangesHands() throws Exception {
    RunFolder whole = new RunFolder(folder, Slice.WHOLE);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger runs = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(4);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    for (int thread = 0; thread < 4; thread++) {
      threads.execute(
          () -> {
            for (int i = 0; i < 300; i++) {
              try (RunLock held = RunLock.of(whole)) {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                runs.incrementAndGet();
                inside.decrementAndGet();
              } catch (IOException another) {
                continue;
              }
            }
            done.countDown();
          });
    }
    done.await();
    threads.shutdown();
    assertThat(most).hasValue(1);
    assertThat(runs).hasPositiveValue();
  }
}
