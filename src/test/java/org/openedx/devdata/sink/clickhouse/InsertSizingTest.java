package org.openedx.devdata.sink.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InsertSizingTest {

  @Test
  void sizeOfAnInsertFollowsServerAndMemory() {
    assertThat(InsertSizing.of(1_048_449, 268_402_944, 1L << 30, 3).bytes()).isEqualTo(64L << 20);
    assertThat(InsertSizing.of(1_048_449, 268_402_944, 128L << 20, 3).bytes()).isEqualTo(32L << 20);
    assertThat(InsertSizing.of(1000, 0, 1L << 20, 3)).isEqualTo(new InsertSizing(1000, 4L << 20));
    assertThat(new InsertSizing(1_048_449, 64L << 20).statements()).isEqualTo(55_924);
    assertThat(new InsertSizing(1000, 64L << 20).statements()).isEqualTo(1000);
  }
}
