package org.openedx.devdata.service.content.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key, index, foreign key or check of a table, in the layouts that have it under this name.
 *
 * @param kind what it is
 * @param name its name; empty where the server gives one
 * @param columns by their present names, in order; {@code size desc} for a descending one
 * @param target of a foreign key: the present name of the table, else empty
 * @param targetColumn of a foreign key, else empty
 * @param condition of a check: {@code >= 0}, or {@code matches} and a pattern; else empty
 * @param span the layouts
 */
public record LayoutKey(
    Kind kind,
    String name,
    List<String> columns,
    String target,
    String targetColumn,
    String condition,
    Span span) {

  public enum Kind {
    PRIMARY,
    UNIQUE,
    INDEX,
    FOREIGN,
    CHECK
  }

  private static final Pattern TEXT =
      Pattern.compile(
          "(?<kind>[a-z]+)(?: (?<name>\\w+))? \\((?<columns>[^)]*)\\)"
              + "(?: to (?<target>\\w+) \\((?<column>\\w+)\\))?(?: (?<condition>.+))?");

  static LayoutKey parse(String text) {
    Matcher matcher = TEXT.matcher(Span.without(text));
    if (!matcher.matches()) {
      throw new IllegalArgumentException("cannot read the key '" + text + "'");
    }
    return new LayoutKey(
        Kind.valueOf(matcher.group("kind").toUpperCase(Locale.ROOT)),
        text(matcher.group("name")),
        Arrays.asList(matcher.group("columns").split(", ")),
        text(matcher.group("target")),
        text(matcher.group("column")),
        text(matcher.group("condition")),
        Span.in(text));
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  /** The pattern of a check on text; empty for others. */
  String pattern() {
    return condition.startsWith("matches ") ? condition.substring("matches ".length()) : "";
  }
}
