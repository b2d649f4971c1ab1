package org.openedx.devdata.service.content.layout;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Differences between MySQL and MariaDB in the statements that Django sends them. */
public enum Dialect {
  MYSQL("char(32)"),
  /** From 10.7 on, which Django gives a type of its own for UUIDs. */
  MARIADB("uuid"),
  /** Before 10.7. */
  MARIADB_OLD("char(32)");

  private static final Pattern VERSION = Pattern.compile("^(\\d+)\\.(\\d+)");

  private final String uuid;

  Dialect(String uuid) {
    this.uuid = uuid;
  }

  /**
   * The dialect of a server.
   *
   * @param version what {@code SELECT VERSION()} says
   */
  public static Dialect of(String version) {
    if (!version.toLowerCase(Locale.ROOT).contains("mariadb")) {
      return MYSQL;
    }
    Matcher numbers = VERSION.matcher(version);
    boolean old =
        numbers.find()
            && (Integer.parseInt(numbers.group(1)) * 100 + Integer.parseInt(numbers.group(2)))
                < 1007;
    return old ? MARIADB_OLD : MARIADB;
  }

  /** The type that Django 5 gives a new column of UUIDs. */
  public String uuidType() {
    return uuid;
  }

  /** A condition that a column's text matches a pattern, compared by case. */
  public String matches(String column, String pattern) {
    String literal = "'" + pattern.replace("\\", "\\\\").replace("'", "''") + "'";
    return this == MYSQL
        ? "REGEXP_LIKE(" + column + ", " + literal + ", 'c')"
        : column + " REGEXP BINARY " + literal;
  }

  /** Statement that drops a CHECK constraint. */
  public String dropCheck(String name) {
    return (this == MYSQL ? "DROP CHECK " : "DROP CONSTRAINT ") + name;
  }
}
