package org.openedx.devdata.sink.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks that come in any order, on several threads. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OrderedBlocksTest {

  /** Writes into a list; fails at one block. */
  private static final class Written extends OrderedBlocks<Integer> {

    private final List<Integer> blocks = new ArrayList<>();
    private final int failing;

    Written(int waiting, int first, int failing) {
      super(waiting, first);
      this.failing = failing;
    }

    @Override
    protected void write(Integer block) throws IOException {
      if (block == failing) {
        throw new IOException("disk full at " + block);
      }
      assertThat(next()).isEqualTo(block);
      blocks.add(block);
    }

    void offer(int number) throws IOException, InterruptedException {
      take(number, number);
    }
  }

  private final ExecutorService threads = Executors.newFixedThreadPool(4);

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  @Test
  void whoComesAfterAFailureIsGivenTheSameFile() {
    OrderedBlocks<Integer> blocks =
        new OrderedBlocks<>(3, 0) {
          @Override
          protected void write(Integer block) throws IOException {
            throw new FileSystemException("part-0.csv", null, "No space left on device");
          }
        };
    for (int number = 0; number < 3; number++) {
      int block = number;
      assertThatThrownBy(() -> blocks.take(block, block))
          .isInstanceOfSatisfying(
              FileSystemException.class,
              failure -> {
                assertThat(failure.getFile()).isEqualTo("part-0.csv");
                assertThat(failure.getReason()).isEqualTo("No space left on device");
              });
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void writesInOrderWhateverTheOrderOfArrival(long seed) throws Exception {
    int first = 7;
    Written written = new Written(3, first, -1);
    Random random = new Random(seed);
    // As workers do: each takes the next number, and is done with it some time later.
    List<Future<?>> done = new ArrayList<>();
    for (int from = first; from < first + 200; from += 4) {
      List<Integer> together = IntStream.range(from, from + 4).boxed().collect(Collectors.toList());
      Collections.shuffle(together, random);
      for (int number : together) {
        done.add(
            threads.submit(
                () -> {
                  written.offer(number);
                  return null;
                }));
      }
      for (Future<?> one : done) {
        one.get();
      }
    }

    assertThat(written.blocks)
        .containsExactlyElementsOf(IntStream.range(first, first + 200).boxed().toList());
  }

  @Test
  void aWorkerFarAheadWaitsForTheLateBlock() throws Exception {
    Written written = new Written(2, 0, -1);
    ConcurrentLinkedQueue<Integer> returned = new ConcurrentLinkedQueue<>();
    Future<?> ahead =
        threads.submit(
            () -> {
              written.offer(3);
              returned.add(3);
              return null;
            });
    written.offer(1);
    written.offer(2);

    // Two may wait; the third is not taken until block 0 is there.
    assertThat(returned).isEmpty();
    assertThat(written.blocks).isEmpty();
    written.offer(0);
    ahead.get();
    assertThat(written.blocks).containsExactly(0, 1, 2, 3);
  }

  @Test
  void aFailureEndsThoseWhoWaitAndThoseWhoComeLater() throws Exception {
    Written written = new Written(1, 0, 0);
    Future<?> waiting =
        threads.submit(
            () -> {
              written.offer(5);
              return null;
            });

    assertThatThrownBy(() -> written.offer(0)).hasMessage("disk full at 0");
    assertThatThrownBy(waiting::get).hasRootCauseMessage("disk full at 0");
    assertThatThrownBy(() -> written.offer(1))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full at 0");
    assertThat(written.blocks).isEmpty();
  }
}
