package org.openedx.devdata.xapi;

import org.openedx.devdata.bytes.Decimal;
import org.openedx.devdata.bytes.OutputBytes;

/**
 * Writes lengths of time as event-routing-backends does: ISO 8601 with padded parts, {@code
 * PT03M15S}, {@code PT01H01M01.5S}, {@code PT07S}, {@code P1DT01H01M01S}. Stateless.
 */
final class PeriodText {

  private PeriodText() {}

  static void put(int millis, OutputBytes out) {
    int seconds = millis / 1000;
    int days = seconds / 86_400;
    int hours = seconds / 3600 % 24;
    int minutes = seconds / 60 % 60;
    out.put((byte) 'P');
    if (days > 0) {
      Decimal.putInt(out, days);
      out.put((byte) 'D');
    }
    out.put((byte) 'T');
    if (hours > 0 || days > 0) {
      two(hours, 'H', out);
    }
    if (minutes > 0 || hours > 0 || days > 0) {
      two(minutes, 'M', out);
    }
    int rest = millis % 60_000;
    if (rest < 10_000) {
      out.put((byte) '0');
    }
    if (rest % 1000 == 0) {
      Decimal.putInt(out, rest / 1000);
    } else {
      Decimal.putFloat(out, rest, 3);
    }
    out.put((byte) 'S');
  }

  private static void two(int value, char unit, OutputBytes out) {
    out.put((byte) ('0' + value / 10));
    out.put((byte) ('0' + value % 10));
    out.put((byte) unit);
  }
}
