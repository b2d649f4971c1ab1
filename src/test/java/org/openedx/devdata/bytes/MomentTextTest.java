package org.openedx.devdata.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentTextTest {

  private static final long MICROS_PER_DAY = 86_400_000_000L;

  private final MomentText text = new MomentText();
  private final byte[] target = new byte[MomentText.LONGEST + 1];

  private String put(long micros, char separator) {
    int length = text.put(micros, separator, target, 1);
    return new String(target, 1, length, StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1970-01-01T00:00:00+00:00",
    "-1, 1969-12-31T23:59:59.999999+00:00",
    "1, 1970-01-01T00:00:00.000001+00:00",
    "1709210096000000, 2024-02-29T12:34:56+00:00",
    "1709210096007008, 2024-02-29T12:34:56.007008+00:00",
    "1767225599999999, 2025-12-31T23:59:59.999999+00:00",
  })
  void momentsAreWrittenAsPythonDoes(long micros, String expected) {
    assertThat(put(micros, 'T')).isEqualTo(expected);
    assertThat(put(micros, ' ')).isEqualTo(expected.replace('T', ' '));
  }

  @Test
  void datesAreThoseOfTheCalendar() {
    LongStream near =
        LongStream.range(
            LocalDate.of(1895, 1, 1).toEpochDay(), LocalDate.of(2105, 1, 1).toEpochDay());
    LongStream far =
        LongStream.iterate(
            LocalDate.of(0, 1, 1).toEpochDay(),
            day -> day <= LocalDate.of(9999, 12, 31).toEpochDay(),
            day -> day + 53);
    LongStream.concat(near, far)
        .forEach(
            day ->
                assertThat(put(day * MICROS_PER_DAY, 'T'))
                    .isEqualTo(LocalDate.ofEpochDay(day) + "T00:00:00+00:00"));
  }
}
