package org.openedx.devdata.keep.snapshot.clickhouse;

import java.util.regex.Pattern;

/**
 * A column whose values are stored as they are given.
 *
 * @param name its name
 * @param type its type, in the words of ClickHouse
 */
public record StoredColumn(String name, String type) {

  private static final Pattern LOW_CARDINALITY =
      Pattern.compile("LowCardinality\\(((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*)\\)");

  /**
   * The type in which its values are read: without dictionaries, which blocks describe at length.
   */
  public String plainType() {
    return LOW_CARDINALITY.matcher(type).replaceAll("$1");
  }

  /** Returns whether it holds states of an aggregation, which only a server can read. */
  public boolean isState() {
    return type.startsWith("AggregateFunction(");
  }
}
