package org.openedx.devdata.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.bytes.OutputBytes;

class PeriodTextTest {

  @ParameterizedTest
  @CsvSource({
    "195000, PT03M15S",
    "3661500, PT01H01M01.5S",
    "7000, PT07S",
    "500, PT00.5S",
    "90061000, P1DT01H01M01S",
  })
  void padsItsParts(int millis, String expected) {
    OutputBytes out = new OutputBytes(4);
    PeriodText.put(millis, out);
    assertThat(out).hasToString(expected);
  }
}
