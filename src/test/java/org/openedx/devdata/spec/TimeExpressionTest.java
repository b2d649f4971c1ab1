package org.openedx.devdata.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeExpressionTest {

  private static final Instant NOW = Instant.parse("2024-03-31T10:20:30.123456789Z");

  @ParameterizedTest
  @CsvSource({
    "2026-03-29,                          2026-03-29T00:00:00Z",
    "2026-03-29 01:30,                    2026-03-29T01:30:00Z",
    "2026-03-29T01:30:00.123456Z,         2026-03-29T01:30:00.123456Z",
    "2026-03-29t01:30:00.1z,              2026-03-29T01:30:00.100Z",
    "2026-03-29T01:30:00+05:30,           2026-03-28T20:00:00Z",
    "2026-03-29T01:30:00-0330,            2026-03-29T05:00:00Z",
    "2026-03-29 01:30:00 +02,             2026-03-28T23:30:00Z",
    "1000-01-01,                          1000-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999999,          9999-12-31T23:59:59.999999Z",
    "2024-02-29,                          2024-02-29T00:00:00Z",
  })
  void absoluteTimesAreInstantsInUtc(String text, Instant expected) {
    assertThat(TimeExpression.parse(text).at(NOW)).isEqualTo(expected);
    assertThat(TimeExpression.parse(text).relative()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "now,                   2024-03-31T10:20:30.123456Z",
    "today,                 2024-03-31T00:00:00Z",
    "now - 3d,              2024-03-28T10:20:30.123456Z",
    "now-3d,                2024-03-28T10:20:30.123456Z",
    "now - 1mo,             2024-02-29T10:20:30.123456Z",
    "today - 1y1mo,         2023-02-28T00:00:00Z",
    "today + 2w,            2024-04-14T00:00:00Z",
    "today + 1d12h,         2024-04-01T12:00:00Z",
    "today - 1d12h,         2024-03-29T12:00:00Z",
    "today - 90m,           2024-03-30T22:30:00Z",
    "today - 90min + 10s,   2024-03-30T22:30:10Z",
    "today - 1mo + 1mo,     2024-03-29T00:00:00Z",
    "today + 1h - 1s,       2024-03-31T00:59:59Z",
  })
  void relativeTimesFollowTheCalendar(String text, Instant expected) {
    assertThat(TimeExpression.parse(text).at(NOW)).isEqualTo(expected);
    assertThat(TimeExpression.parse(text).relative()).isTrue();
  }

  @Test
  void aSeventhDecimalIsNotDroppedInSilence() {
    assertThatThrownBy(() -> TimeExpression.parse("2026-01-01T00:00:00.1234567Z"))
        .hasMessageContaining("7 decimals");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now3d",
        "nowhere",
        "today tomorrow",
        "now -",
        "now + d",
        "now + 3",
        "now + 3D",
        "now + 99999999999y",
        "now + 1001y",
        "now + 999y + 2y",
        "2026-03-29T",
        "2026-03-29T01",
        "20260329",
        "2026-03-29Z",
        "+2026-03-29",
        "-2026-03-29",
        "10000-01-01",
        "2023-02-29",
        "2026-03-29T24:00",
        "2026-03-29T01:30:00.Z",
        "2026-03-29T01:30Z[UTC]",
        "٢٠٢٦-٠٣-٢٩"
      })
  void everythingElseIsRefused(String text) {
    assertThatThrownBy(() -> TimeExpression.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRelativeTimeMustStayWithinTheDatabasesYears() {
    TimeExpression late = TimeExpression.parse("now + 900y");
    assertThatThrownBy(() -> late.at(Instant.parse("9500-01-01T00:00:00Z")))
        .isInstanceOf(DateTimeException.class);
  }
}
