package org.openedx.devdata.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTest {

  @ParameterizedTest
  @CsvSource({
    "0, 3, 0.0",
    "195000, 3, 195.0",
    "194381, 3, 194.381",
    "33, 3, 0.033",
    "1500, 3, 1.5",
    "1050, 3, 1.05",
    "70, 1, 7.0",
    "125, 2, 1.25",
    "86399999999, 6, 86399.999999",
    "9223372036854775807, 6, 9223372036854.775807",
  })
  void writesFloatsWithTheDigitsThatCount(long value, int places, String expected) {
    OutputBytes out = new OutputBytes(1);
    Decimal.putFloat(out, value, places);
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
