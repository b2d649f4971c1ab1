package org.openedx.devdata.sink.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeliveryPolicyTest {

  private final DeliveryPolicy policy = DeliveryPolicy.DEFAULT;

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
  void patienceIsFilledWithTries() {
    assertThat(policy.withPatience(Duration.ZERO).attempts()).isEqualTo(1);
    assertThat(policy.withPatience(Duration.ofSeconds(1)).attempts()).isEqualTo(3);
    assertThat(policy.withPatience(Duration.ofMinutes(3)).attempts()).isEqualTo(10);
    assertThat(policy.withPatience(Duration.ofMinutes(4)).attempts()).isEqualTo(11);
  }
}
