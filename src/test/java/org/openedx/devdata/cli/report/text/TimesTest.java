package org.openedx.devdata.cli.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.0 s",
    "449, 0.4 s",
    "9949, 9.9 s",
    "9960, 10.0 s",
    "12400, 12 s",
    "59900, 1 min 0 s",
    "200000, 3 min 20 s"
  })
  void timesAreAsExactAsPeopleNeed(long millis, String text) {
    assertThat(Times.of(Duration.ofMillis(millis))).isEqualTo(text);
  }
}
