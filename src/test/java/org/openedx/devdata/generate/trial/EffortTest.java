package org.openedx.devdata.generate.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EffortTest {

  private static final long PAUSE_MILLIS = 60;

  /** A thread that waits takes none of the processor, as one that other programs keep waiting. */
  @Test
  void waitingIsNotWork() {
    Effort effort = Effort.of(EffortTest::pause);
    assertThat(effort.asBusy()).isGreaterThanOrEqualTo(PAUSE_MILLIS / 1000.0);
    assertThat(effort.seconds()).isLessThan(effort.asBusy() / 2);
  }

  @Test
  void workTakesTimeByBothClocks() {
    Effort effort =
        Effort.of(
            () -> {
              long sum = 0;
              for (int i = 0; i < 50_000_000; i++) {
                sum += Long.rotateLeft(i, (int) sum);
              }
              assertThat(sum).isNotZero();
            });
    assertThat(effort.seconds()).isPositive().isLessThanOrEqualTo(effort.asBusy());
    assertThat(effort.plus(effort).times(0.5)).isEqualTo(effort);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
