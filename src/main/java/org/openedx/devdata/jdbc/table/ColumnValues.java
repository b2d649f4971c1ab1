package org.openedx.devdata.jdbc.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;

/**
 * The one Java form of each column type: {@code Long}, {@code Boolean}, {@code Double}, {@code
 * BigDecimal}, {@code String} (text, JSON, 32 hex digits of a UUID), {@code LocalDateTime} (UTC,
 * microseconds) and {@code LocalDate}. SQL NULL is Java null. Stateless.
 */
public final class ColumnValues {

  private static final DateTimeFormatter DATETIME =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  private ColumnValues() {}

  /** A moment as {@code datetime(6)} columns hold it: UTC, cut to microseconds. */
  public static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
  }

  /** Reads a value from the text that the driver returns for it. */
  public static Object fromText(Column column, String text) {
    if (text == null) {
      return null;
    }
    return switch (column.type()) {
      case SMALLINT, INT, BIGINT -> Long.valueOf(text);
      case BOOL -> !text.equals("0");
      case DOUBLE -> Double.valueOf(text);
      case DECIMAL -> new BigDecimal(text);
      case CHAR, VARCHAR, TEXT, JSON -> text;
      case UUID -> text.replace("-", "").toLowerCase(Locale.ROOT);
      case DATETIME -> LocalDateTime.parse(text.replace('T', ' '), DATETIME);
      case DATE -> LocalDate.parse(text.substring(0, 10));
    };
  }

  /**
   * A column's described default.
   *
   * @param now the run clock
   * @return the value, or null when the column has no default
   */
  public static Object defaultOf(Column column, Instant now) {
    String text = column.defaultText();
    if (text != null && text.equals("now") && column.type() == ColumnType.DATETIME) {
      return utc(now);
    }
    return fromText(column, text);
  }

  /**
   * Returns whether two values of a column are the same value, as the database would store them.
   */
  public static boolean same(Object left, Object right) {
    if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
      return a.compareTo(b) == 0;
    }
    return Objects.equals(left, right);
  }

  /** The value as SQL and reports write it; NULL for null. */
  public static String text(Object value) {
    if (value == null) {
      return "NULL";
    }
    if (value instanceof LocalDateTime moment) {
      return datetime(moment);
    }
    if (value instanceof Boolean bool) {
      return bool ? "1" : "0";
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    return value.toString();
  }

  /** {@code 2026-01-02 03:04:05.000006}: always six decimals, never a zone. */
  public static String datetime(LocalDateTime moment) {
    char[] text = "0000-00-00 00:00:00.000000".toCharArray();
    digits(text, 4, moment.getYear());
    digits(text, 7, moment.getMonthValue());
    digits(text, 10, moment.getDayOfMonth());
    digits(text, 13, moment.getHour());
    digits(text, 16, moment.getMinute());
    digits(text, 19, moment.getSecond());
    digits(text, 26, moment.getNano() / 1000);
    return new String(text);
  }

  /** Writes a number over zeros, so that it ends before {@code end}. */
  private static void digits(char[] text, int end, int number) {
    int left = number;
    for (int index = end - 1; left > 0; index--) {
      text[index] = (char) ('0' + left % 10);
      left /= 10;
    }
  }
}
