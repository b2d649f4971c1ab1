package org.openedx.devdata.generate.config;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.ScalarNode;
import org.openedx.devdata.spec.yaml.SpecNode;

/**
 * Reads the values of one mapping of a configuration; remembers which keys it was asked for, so
 * that the others can be called unknown. A value that is missing or wrong becomes a problem and its
 * default. Not thread-safe.
 */
final class Entry {

  private final String file;
  private final String name;
  private final MapNode node;
  private final Problems problems;
  private final Set<String> known = new LinkedHashSet<>();

  /**
   * @param name what the mapping is, for messages; empty for the whole file
   */
  Entry(String file, String name, MapNode node, Problems problems) {
    this.file = file;
    this.name = name;
    this.node = node;
    this.problems = problems;
  }

  boolean has(String key) {
    known.add(key);
    return node.get(key) != null;
  }

  MapNode node() {
    return node;
  }

  /** Adds a problem where a key's value stands, or where the mapping does. */
  void problem(String key, String message) {
    SpecNode value = node.get(key);
    problems.add((value == null ? node : value).in(file), message);
  }

  /** Tells of a key that has to be there, or to have a value. */
  void missing(String key, String what) {
    problem(
        key, "key '" + key + (has(key) ? "' has no value" : "' is missing") + in() + "; " + what);
  }

  /** A whole number between two limits; the default when the key is not there. */
  long number(String key, long least, long most, long byDefault) {
    known.add(key);
    SpecNode value = node.get(key);
    if (value == null || isNull(value)) {
      return byDefault;
    }
    try {
      long number = new BigDecimal(text(value).replace("_", "")).longValueExact();
      if (number >= least && number <= most) {
        return number;
      }
    } catch (ArithmeticException | NumberFormatException notOne) {
      // Told below, as for a number out of range.
    }
    problem(
        key, key + " is " + shown(value) + "; write a whole number from " + least + range(most));
    return byDefault;
  }

  private static String range(long most) {
    return most >= Integer.MAX_VALUE ? " up" : " to " + most;
  }

  /** A whole number that must be there. */
  long required(String key, long least, long most, String meaning) {
    return required(key, least, most, meaning, least);
  }

  /**
   * As {@link #required(String, long, long, String)}.
   *
   * @param otherwise taken when it is missing or wrong: what others are compared with, so that one
   *     mistake is not told as several
   */
  long required(String key, long least, long most, String meaning, long otherwise) {
    if (!isGiven(key)) {
      missing(key, "give " + meaning);
      return otherwise;
    }
    return number(key, least, most, otherwise);
  }

  String text(String key, String byDefault) {
    known.add(key);
    SpecNode value = node.get(key);
    if (value == null || isNull(value)) {
      return byDefault;
    }
    if (!(value instanceof ScalarNode)) {
      problem(key, key + " is " + value.what() + "; write a single value");
      return byDefault;
    }
    return text(value);
  }

  /** A text that must not be empty when it is there. */
  String name(String key, String byDefault) {
    String name = text(key, byDefault);
    if (name != null && name.isEmpty()) {
      problem(key, key + " is empty; give a name, or leave the key out");
    }
    return name;
  }

  /** Whether a key is there with a value. */
  boolean isGiven(String key) {
    return has(key) && !isEmpty(key);
  }

  /** Whether a key is there without a value. */
  boolean isEmpty(String key) {
    return has(key) && isNull(node.get(key));
  }

  boolean flag(String key, boolean byDefault) {
    String text = text(key, byDefault ? "true" : "false");
    if (text.matches("(?i)true|yes|on")) {
      return true;
    }
    if (!text.matches("(?i)false|no|off")) {
      problem(key, key + " is '" + Shown.cut(text) + "'; write true or false");
    }
    return false;
  }

  /** A mapping; an empty one, with a problem, when the value is something else. */
  MapNode mapping(String key) {
    known.add(key);
    SpecNode value = node.get(key);
    if (value instanceof MapNode map) {
      return map;
    }
    if (value != null) {
      problem(key, key + " is " + value.what() + "; write a mapping");
    }
    return MapNode.EMPTY;
  }

  /** Calls all keys that nobody asked for unknown. */
  void noOthers() {
    for (int entry = 0; entry < node.size(); entry++) {
      String key = node.key(entry);
      if (!known.contains(key)) {
        String hint = problems.full() ? "" : hint(key, known);
        problems.add(node.keyIn(file, entry), "unknown key '" + Shown.cut(key) + "'" + in() + hint);
      }
    }
  }

  static String hint(String word, Collection<String> known) {
    return hint(word, known, "; remove it");
  }

  /** What to write for a value of which there are a few only. */
  static String oneOf(String word, Collection<String> known) {
    return hint(word, known, "; use one of " + String.join(", ", known));
  }

  private static String hint(String word, Collection<String> known, String otherwise) {
    return DidYouMean.among(word, known)
        .map(meant -> "; did you mean '" + meant + "'?")
        .orElse(otherwise);
  }

  private String in() {
    return name.isEmpty() ? "" : " in " + name;
  }

  private static boolean isNull(SpecNode value) {
    return value instanceof ScalarNode scalar && scalar.isNull();
  }

  private static String text(SpecNode value) {
    return value instanceof ScalarNode scalar ? scalar.text().trim() : value.what();
  }

  private static String shown(SpecNode value) {
    return value instanceof ScalarNode scalar
        ? "'" + Shown.cut(scalar.shown()) + "'"
        : value.what();
  }
}
