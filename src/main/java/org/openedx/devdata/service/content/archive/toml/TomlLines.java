package org.openedx.devdata.service.content.archive.toml;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * On which line of a TOML file a table or key stands, for messages: the parser keeps no places.
 * Knows the forms that people and programs write; elsewhere the line of the table is reported.
 * Immutable.
 */
final class TomlLines {

  private static final Pattern TABLE = Pattern.compile("\\s*\\[([^\\[\\]]+)]\\s*(#.*)?");
  private static final Pattern ELEMENT = Pattern.compile("\\s*\\[\\[([^\\[\\]]+)]]\\s*(#.*)?");
  private static final Pattern KEY = Pattern.compile("\\s*([A-Za-z0-9_.-]+)\\s*=.*");

  private final Map<String, Integer> lines = new HashMap<>();

  TomlLines(String text) {
    Map<String, Integer> elements = new HashMap<>();
    String table = "";
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      Matcher element = ELEMENT.matcher(line);
      Matcher head = TABLE.matcher(line);
      Matcher key = KEY.matcher(line);
      if (element.matches()) {
        String name = element.group(1).strip();
        table = element(name, elements.merge(name, 1, Integer::sum) - 1);
        lines.put(table, number);
      } else if (head.matches()) {
        table = below(head.group(1).strip(), elements);
        lines.put(table, number);
      } else if (key.matches()) {
        lines.putIfAbsent(table.isEmpty() ? key.group(1) : table + "." + key.group(1), number);
      }
    }
  }

  /** A table below an array's element belongs to the last one. */
  private static String below(String table, Map<String, Integer> elements) {
    int dot = table.indexOf('.');
    String first = dot < 0 ? table : table.substring(0, dot);
    Integer count = elements.get(first);
    return count == null || dot < 0 ? table : element(first, count - 1) + table.substring(dot);
  }

  /** The path of an element of an array of tables. */
  static String element(String name, int index) {
    return name + "#" + index;
  }

  /** The line of a path, or of the nearest table above it; 0 when there is none. */
  int of(String path) {
    for (String part = path;
        !part.isEmpty();
        part = part.substring(0, Math.max(0, part.lastIndexOf('.')))) {
      Integer line = lines.get(part);
      if (line != null) {
        return line;
      }
    }
    return 0;
  }
}
