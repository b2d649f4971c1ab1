package org.openedx.devdata.jdbc.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One column of a described table.
 *
 * @param name as in the current release
 * @param type see {@link ColumnType}
 * @param length maximum number of characters of a text; number of digits of a decimal; 0 where it
 *     has none
 * @param scale decimals of a decimal
 * @param unsigned for whole numbers
 * @param nullable whether NULL is allowed
 * @param auto whether the server numbers it
 * @param binary whether it compares by case (a binary collation)
 * @param touch whether every update sets it to the run clock
 * @param secret whether its values are never shown
 * @param formerName its name in older releases, or empty
 * @param defaultText what an insert writes when nothing else is said: {@code now} for the run clock
 *     of a date, {@code ''} for the empty text; Java null when there is no default
 */
public record Column(
    String name,
    ColumnType type,
    int length,
    int scale,
    boolean unsigned,
    boolean nullable,
    boolean auto,
    boolean binary,
    boolean touch,
    boolean secret,
    String formerName,
    String defaultText) {

  private static final Pattern TEXT =
      Pattern.compile(
          "(?<type>[a-z]+)(?:\\((?<length>\\d+)(?:,(?<scale>\\d+))?\\))?"
              + "(?<flags>(?: (?:unsigned|null|auto|binary|touch|secret|was [a-z_]+))*)"
              + "(?: = (?<default>.*))?");

  /**
   * Reads the text form of the description files, {@code varchar(100) null = audit}.
   *
   * @throws IllegalArgumentException when the text has another form
   */
  static Column parse(String name, String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("column " + name + ": cannot read '" + text + "'");
    }
    String flags = matcher.group("flags") + " ";
    int was = flags.indexOf(" was ");
    String former = was < 0 ? "" : flags.substring(was + 5, flags.indexOf(' ', was + 5));
    String defaultText = matcher.group("default");
    if (defaultText != null && defaultText.matches("'.*'")) {
      defaultText = defaultText.substring(1, defaultText.length() - 1);
    }
    return new Column(
        name,
        ColumnType.valueOf(matcher.group("type").toUpperCase(java.util.Locale.ROOT)),
        number(matcher.group("length")),
        number(matcher.group("scale")),
        flags.contains(" unsigned "),
        flags.contains(" null "),
        flags.contains(" auto "),
        flags.contains(" binary "),
        flags.contains(" touch "),
        flags.contains(" secret "),
        former,
        defaultText);
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** Returns whether an insert must carry a value for it. */
  public boolean mustBeSupplied() {
    return !nullable && !auto;
  }

  /** The SQL type with length and sign, as {@code SHOW COLUMNS} of MySQL 8 prints it. */
  String sqlType() {
    return switch (type) {
      case CHAR, VARCHAR -> type.sql() + "(" + length + ")";
      case DECIMAL -> "decimal(" + length + "," + scale + ")";
      case SMALLINT, INT, BIGINT -> unsigned ? type.sql() + " unsigned" : type.sql();
      default -> type.sql();
    };
  }
}
