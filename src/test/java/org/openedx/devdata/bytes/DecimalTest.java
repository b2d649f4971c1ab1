package org.openedx.devdata.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTest {

  @ParameterizedTest
  @CsvSource({"0, 0.0", "195000, 195.0", "194381, 194.381", "33, 0.033", "1500, 1.5"})
  void writesFloatsWithTheDigitsThatCount(long millis, String expected) {
    OutputBytes out = new OutputBytes(1);
    Decimal.putFloat(out, millis, 1000);
    assertThat(out).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "9, 9", "10, 10", "32767, 32767", "-12, -12"})
  void writesWholeNumbers(long value, String expected) {
    OutputBytes out = new OutputBytes(1);
    Decimal.putInt(out, value);
    assertThat(out).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "11, 21, 0.5238095238095238",
    "2, 3, 0.6666666666666666",
    "1, 10, 0.1",
    "2, 2, 1.0",
    "0, 7, 0.0",
    "57, 100, 0.57",
  })
  void findsTheShortestTextOfAQuotient(int raw, int max, String expected) {
    assertThat(Decimal.shortest((double) raw / max)).isEqualTo(expected);
  }
}
