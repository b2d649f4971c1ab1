package org.openedx.devdata.service.content.archive.toml;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the few forms of TOML that archives have. Not thread-safe. */
public final class TomlText {

  private static final DateTimeFormatter WHOLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final StringBuilder text = new StringBuilder();

  /** A table's head; an empty line before it unless it is the first line. */
  public TomlText table(String head) {
    return blank().line(head);
  }

  public TomlText line(String line) {
    text.append(line).append('\n');
    return this;
  }

  public TomlText blank() {
    if (text.length() > 0) {
      text.append('\n');
    }
    return this;
  }

  public TomlText put(String key, String value) {
    return line(key + " = " + quoted(value));
  }

  public TomlText put(String key, long value) {
    return line(key + " = " + value);
  }

  public TomlText put(String key, boolean value) {
    return line(key + " = " + value);
  }

  public TomlText put(String key, Instant value) {
    boolean whole =
        value.truncatedTo(ChronoUnit.MICROS).equals(value.truncatedTo(ChronoUnit.SECONDS));
    return line(key + " = " + (whole ? WHOLE : MICROS).format(value) + "Z");
  }

  public TomlText putTexts(String key, List<String> values) {
    return line(key + values.stream().map(TomlText::quoted).collect(inOneLine()));
  }

  public TomlText putNumbers(String key, List<Integer> values) {
    return line(key + values.stream().map(String::valueOf).collect(inOneLine()));
  }

  private static java.util.stream.Collector<CharSequence, ?, String> inOneLine() {
    return Collectors.joining(", ", " = [", "]");
  }

  /** One value a line. */
  public TomlText putLines(String key, List<String> values) {
    if (values.isEmpty()) {
      return line(key + " = []");
    }
    line(key + " = [");
    values.forEach(value -> line("    " + quoted(value) + ","));
    return line("]");
  }

  /** A basic string. */
  static String quoted(String value) {
    StringBuilder quoted = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        case '\r' -> quoted.append("\\r");
        default -> {
          if (c < ' ' || c == 0x7F) {
            quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
