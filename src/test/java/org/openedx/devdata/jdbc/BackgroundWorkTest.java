package org.openedx.devdata.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BackgroundWorkTest {

  private final BackgroundWork work = new BackgroundWork();
  private final List<String> done = new CopyOnWriteArrayList<>();
  private final CountDownLatch gate = new CountDownLatch(1);

  @AfterEach
  void close() {
    gate.countDown();
    work.close();
  }

  private void behind(String table) {
    work.add(Set.of(table), () -> done.add(table));
  }

  private void behindTheGate(String table) {
    CountDownLatch runs = new CountDownLatch(1);
    work.add(
        Set.of(table),
        () -> {
          runs.countDown();
          await(gate);
          done.add(table);
        });
    await(runs);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void piecesRunInTheirOrder() {
    for (int piece = 0; piece < 100; piece++) {
      behind("t" + piece);
    }
    work.flush();
    assertThat(done).hasSize(100).startsWith("t0", "t1").endsWith("t98", "t99");
  }

  @Test
  void theOwnerGoesOnWhileAPieceRuns() {
    behindTheGate("slow");
    done.add("owner");
    gate.countDown();
    work.flush();
    assertThat(done).containsExactly("owner", "slow");
  }

  @Test
  void aReaderComesAfterThePieceThatRunsAndBeforeOtherTables() throws Exception {
    behindTheGate("running");
    work.add(Set.of("other"), () -> done.add("other"));
    Thread reader = new Thread(() -> work.between("mine", () -> done.add("read")));
    reader.start();
    while (reader.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    gate.countDown();
    reader.join();
    work.flush();
    assertThat(done).containsExactly("running", "read", "other");
  }

  @Test
  void aReaderSeesWhatWasWrittenToItsTable() throws Exception {
    behindTheGate("running");
    behind("mine");
    Thread reader = new Thread(() -> work.between("mine", () -> done.add("read")));
    reader.start();
    while (reader.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    gate.countDown();
    reader.join();
    assertThat(done).containsExactly("running", "mine", "read");
  }

  @Test
  void nothingRunsAfterAFailureAndTheOwnerHearsOfItOnce() {
    behindTheGate("first");
    work.add(
        Set.of("t"),
        () -> {
          throw new IllegalStateException("refused");
        });
    behind("never");
    gate.countDown();
    assertThatThrownBy(work::flush).hasMessage("refused");
    assertThatCode(work::flush).doesNotThrowAnyException();
    behind("later");
    work.flush();
    assertThat(done).containsExactly("first", "later");
  }

  @Test
  void aReaderHearsOfAFailure() {
    work.add(
        Set.of("t"),
        () -> {
          throw new IllegalStateException("refused");
        });
    assertThatThrownBy(
            () -> {
              work.between("t", () -> done.add("read"));
            })
        .hasMessage("refused");
    assertThat(done).isEmpty();
  }
}
