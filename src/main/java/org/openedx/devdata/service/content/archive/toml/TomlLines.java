package org.openedx.devdata.service.content.archive.toml;

import java.util.HashMap;
import java.util.Map;

/**
 * On which line of a TOML file a table or key stands, for messages: the parser keeps no places. Of
 * what an inline table holds, the line of that table is reported. Immutable.
 */
final class TomlLines {

  private final Map<String, Integer> lines = new HashMap<>();

  TomlLines(String text) {
    Map<String, Integer> elements = new HashMap<>();
    String table = "";
    for (TomlScan.Place place : TomlScan.of(text)) {
      switch (place.form()) {
        case ELEMENT -> {
          table = element(place.path(), elements.merge(place.path(), 1, Integer::sum) - 1);
          lines.put(table, place.line());
        }
        case TABLE -> {
          table = below(place.path(), elements);
          lines.put(table, place.line());
        }
        case KEY -> key(table, place);
      }
    }
  }

  /** A key with points makes tables, too. */
  private void key(String table, TomlScan.Place place) {
    String path = place.path();
    for (int end = path.indexOf('.'); end > 0; end = path.indexOf('.', end + 1)) {
      lines.putIfAbsent(in(table, path.substring(0, end)), place.line());
    }
    lines.putIfAbsent(in(table, path), place.line());
  }

  private static String in(String table, String path) {
    return table.isEmpty() ? path : table + "." + path;
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
