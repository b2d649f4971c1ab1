package org.openedx.devdata.service.aspects.answers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Figures that differ between rows that are known and rows that a site has. A row that one side
 * lacks counts as zeros, as charts show it. Mutable, not thread-safe.
 */
final class Difference {

  /** Figures that are named; more are counted. */
  private static final int NAMED = 20;

  private final List<String> keys;
  private final List<String> figures;
  private final List<String> named = new ArrayList<>();
  private long count;
  private long rows;

  /**
   * @param keys columns that say of what a row is
   * @param figures columns that are compared
   */
  Difference(List<String> keys, List<String> figures) {
    this.keys = keys;
    this.figures = figures;
  }

  /** Compares rows of the same courses; each has the keys, then the figures. */
  void compare(List<List<String>> known, List<List<String>> found) {
    Map<List<String>, List<String>> left = new HashMap<>();
    for (List<String> row : found) {
      left.put(row.subList(0, keys.size()), row.subList(keys.size(), row.size()));
    }
    for (List<String> row : known) {
      List<String> key = row.subList(0, keys.size());
      compare(key, row.subList(keys.size(), row.size()), left.remove(key));
    }
    left.forEach((key, values) -> compare(key, null, values));
    rows += known.size();
  }

  private void compare(List<String> key, List<String> known, List<String> found) {
    for (int i = 0; i < figures.size(); i++) {
      String expected = known == null ? "0" : known.get(i);
      String is = found == null ? "0" : found.get(i);
      if (!expected.equals(is)) {
        count++;
        if (named.size() < NAMED) {
          named.add("%s of %s: %s, not %s".formatted(figures.get(i), label(key), is, expected));
        }
      }
    }
  }

  private String label(List<String> key) {
    StringBuilder label = new StringBuilder();
    for (int i = 0; i < key.size(); i++) {
      label.append(i == 0 ? "" : ", ").append(keys.get(i)).append(' ').append(key.get(i));
    }
    return label.toString();
  }

  /** Number of figures that differ. */
  long count() {
    return count;
  }

  /** Number of rows that were known. */
  long rows() {
    return rows;
  }

  /** The figures that differ, a line each, with what is found and what is expected. */
  List<String> named() {
    return named;
  }
}
