package org.openedx.devdata.service.content.layout;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column in the layouts that have it under this name.
 *
 * @param name its name there
 * @param logicalName its name in the current layout
 * @param type in the form of the description files, such as {@code varchar(255)}
 * @param flags the rest of that form: {@code null}, {@code auto}, {@code unsigned}, or empty
 * @param collation its own collation, or empty where it has the table's
 * @param span the layouts
 */
public record LayoutColumn(
    String name, String logicalName, String type, String flags, String collation, Span span) {

  private static final Pattern AS = Pattern.compile(" as (\\w+)$");

  static LayoutColumn parse(String name, String text) {
    Matcher as = AS.matcher(text);
    String logical = as.find() ? as.group(1) : name;
    String rest = Span.without(AS.matcher(text).replaceAll(""));
    String collation =
        rest.endsWith(" binary") ? "utf8mb4_bin" : rest.endsWith(" ci") ? "utf8mb4_unicode_ci" : "";
    String plain = rest.replaceAll(" (binary|ci)$", "");
    int space = plain.indexOf(' ');
    return new LayoutColumn(
        name,
        logical,
        space < 0 ? plain : plain.substring(0, space),
        space < 0 ? "" : plain.substring(space),
        collation,
        Span.in(text));
  }

  boolean isNullable() {
    return flags.contains(" null");
  }

  /** The column's text in a description of tables; see {@code Column.parse} of the jdbc package. */
  String description(String formerName) {
    return type
        + flags
        + (collation.endsWith("_bin") ? " binary" : "")
        + (formerName.isEmpty() ? "" : " was " + formerName);
  }

  /** Its definition in {@code CREATE TABLE}. */
  public String definition(Dialect dialect) {
    return type(dialect)
        + (flags.contains(" unsigned") ? " unsigned" : "")
        + (collation.isEmpty() ? "" : " CHARACTER SET utf8mb4 COLLATE " + collation)
        + (isNullable() ? " NULL" : " NOT NULL")
        + (flags.contains(" auto") ? " AUTO_INCREMENT" : "");
  }

  private String type(Dialect dialect) {
    return switch (type) {
      case "bool" -> "tinyint(1)";
      case "datetime" -> "datetime(6)";
      case "text" -> "longtext";
      case "uuid" -> dialect.uuidType();
      default -> type;
    };
  }
}
