package org.openedx.devdata.sink.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InsertPolicyTest {

  private final InsertPolicy policy = InsertPolicy.USUAL;

  @Test
  void pausesDoubleUpToTheLongest() {
    assertThat(policy.pauseAfter(1, "t")).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
    assertThat(policy.pauseAfter(4, "t"))
        .isBetween(Duration.ofMillis(2000), Duration.ofMillis(4000));
    assertThat(policy.pauseAfter(50, "t"))
        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
  }

  @Test
  void pausesOfDifferentBatchesDiffer() {
    assertThat(policy.pauseAfter(3, "batch-1")).isNotEqualTo(policy.pauseAfter(3, "batch-2"));
    assertThat(policy.pauseAfter(3, "batch-1")).isEqualTo(policy.pauseAfter(3, "batch-1"));
  }

  @Test
  void sizeOfAnInsertFollowsServerAndMemory() {
    assertThat(InsertSizing.of(1_048_449, 268_402_944, 1L << 30, 3).bytes()).isEqualTo(64L << 20);
    assertThat(InsertSizing.of(1_048_449, 268_402_944, 128L << 20, 3).bytes()).isEqualTo(32L << 20);
    assertThat(InsertSizing.of(1000, 0, 1L << 20, 3)).isEqualTo(new InsertSizing(1000, 4L << 20));
    assertThat(new InsertSizing(1_048_449, 64L << 20).statements()).isEqualTo(55_924);
    assertThat(new InsertSizing(1000, 64L << 20).statements()).isEqualTo(1000);
  }
}
