package org.openedx.devdata.service.aspects.entry;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A stretch of time.
 *
 * @param from its begin, microseconds since 1970
 * @param to its end, which belongs to it
 */
record Stretch(long from, long to) {

  /** A calendar month, in UTC, as ClickHouse's {@code toYYYYMM} counts months. */
  static Stretch ofMonth(int month) {
    YearMonth one = YearMonth.of(month / 100, month % 100);
    return new Stretch(begin(one), begin(one.plusMonths(1)) - 1);
  }

  private static long begin(YearMonth month) {
    return ChronoUnit.MICROS.between(
        Instant.EPOCH, month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** The calendar month of a moment in microseconds since 1970. */
  static int monthOf(long micros) {
    YearMonth month =
        YearMonth.from(
            Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC).toLocalDate());
    return month.getYear() * 100 + month.getMonthValue();
  }

  Stretch and(Stretch other) {
    return new Stretch(Math.min(from, other.from), Math.max(to, other.to));
  }

  /** The condition that a column with a time lies in it. */
  String contains(String column) {
    return "%1$s >= fromUnixTimestamp64Micro(%2$d) AND %1$s <= fromUnixTimestamp64Micro(%3$d)"
        .formatted(column, from, to);
  }
}
