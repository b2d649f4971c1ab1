package org.openedx.devdata.spec.series;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.ScalarNode;
import org.openedx.devdata.spec.yaml.SpecNode;

/** The keys by which a record stands for many, for readers and for the JSON Schema. Stateless. */
public final class SeriesKeys {

  public static final String REPEAT = "repeat";
  public static final String FOR_EACH = "for_each";
  public static final String FROM = "from";
  public static final String SHARE = "share";

  public static final String PICK = "pick";
  public static final String BETWEEN = "between";
  public static final String EACH = "each";

  /** The keys of which one makes a record a series. */
  public static final List<String> SOURCES = List.of(REPEAT, FOR_EACH, FROM);

  /** Summaries of the keys of such a record. */
  public static final Map<String, String> KEYS_OF_RECORDS = new LinkedHashMap<>();

  /** Summaries of the keys of a value that differs from record to record. */
  public static final Map<String, String> VALUES = new LinkedHashMap<>();

  static {
    KEYS_OF_RECORDS.put(REPEAT, "So many records like this one; {i} is the number of each.");
    KEYS_OF_RECORDS.put(
        FOR_EACH,
        "A record for each of these records of this file, as {users: \"learner_*\"}; for several"
            + " kinds, for each combination.");
    KEYS_OF_RECORDS.put(
        FROM, "A record for each row of this file (.csv, .jsonl), whose first line names fields.");
    KEYS_OF_RECORDS.put(SHARE, "Which part of all these records is made, from 0 to 1, by seed.");
    VALUES.put(PICK, "One of a list of values, or of values with their weights.");
    VALUES.put(BETWEEN, "A number, day or time between two.");
    VALUES.put(EACH, "Records for each of these values.");
  }

  private static final Set<String> KEYS = Set.of(PICK, BETWEEN, EACH);

  private SeriesKeys() {}

  /** The key that makes this record a series; null for a record that stands for itself. */
  public static String sourceOf(MapNode record, Kind kind) {
    for (String key : SOURCES) {
      if (kind.indexOf(key) < 0 && record.indexOf(key) >= 0) {
        return key;
      }
    }
    return null;
  }

  /** Returns whether a mapping is a value that differs from record to record. */
  static boolean isValue(MapNode map) {
    return map.size() == 1 && KEYS.contains(map.key(0));
  }

  /** The number that a value is; NaN for anything else. */
  static double number(SpecNode node) {
    if (node instanceof ScalarNode scalar && scalar.text().matches("\\d{1,18}(\\.\\d{1,18})?")) {
      return Double.parseDouble(scalar.text());
    }
    return Double.NaN;
  }
}
