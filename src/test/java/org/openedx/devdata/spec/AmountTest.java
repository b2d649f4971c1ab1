package org.openedx.devdata.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AmountTest {

  @Test
  void oneIsSingular() {
    assertThat(Amount.of(1, "row")).isEqualTo("1 row");
    assertThat(Amount.of(1, "batch", "batches")).isEqualTo("1 batch");
  }

  @Test
  void noneAndManyArePlural() {
    assertThat(Amount.of(0, "row")).isEqualTo("0 rows");
    assertThat(Amount.of(2_931, "row")).isEqualTo("2,931 rows");
    assertThat(Amount.of(3, "batch", "batches")).isEqualTo("3 batches");
  }
}
