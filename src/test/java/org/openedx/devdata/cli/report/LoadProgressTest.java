package org.openedx.devdata.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.world.dump.DumpTable;

class LoadProgressTest {

  private static final long SECOND = 1_000_000_000L;

  @Test
  void tellsRowsRateBytesAndTimeLeft() {
    assertThat(LoadProgress.line(DumpTable.XAPI, 1_000_000, 10_000_000, 94_000_000, 2 * SECOND))
        .isEqualTo("xapi_events_all: 1,000,000 of 10,000,000 rows, 500,000/s, 94 MB, 18 s left");
  }

  @Test
  void promisesNoEndWhenItIsNotKnown() {
    assertThat(LoadProgress.line(DumpTable.OBJECT_TAG, 10, -1, 0, SECOND))
        .isEqualTo("object_tag: 10 rows, 10/s");
  }

  @ParameterizedTest
  @CsvSource({
    "999, 999 B",
    "1000, 1.0 kB",
    "9949, 9.9 kB",
    "999600, 1.0 MB",
    "120000000000, 120 GB"
  })
  void bytesHaveTwoOrThreeDigits(long bytes, String shown) {
    assertThat(Bytes.of(bytes)).isEqualTo(shown);
  }
}
