package org.openedx.devdata.spec.series;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.openedx.devdata.spec.yaml.ListNode;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.ScalarNode;
import org.openedx.devdata.spec.yaml.SpecNode;

/**
 * The rows of a file: {@code from: staff.csv}. Immutable.
 *
 * @param name the file as the spec names it
 * @param fields keys that rows may have
 */
record RowAxis(String name, List<String> fields, List<MapNode> rows) implements Axis.Named {

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public Optional<String> value(int element, String field) {
    return rows.get(element).get(field) instanceof ScalarNode scalar && !scalar.isNull()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /**
   * A record on a row: what the spec says of all, then what the row says of itself.
   *
   * @param said by the spec
   * @param wanted which further keys of rows are keys of records
   */
  MapNode record(int element, List<MapNode.Entry> said, Predicate<String> wanted) {
    MapNode row = rows.get(element);
    List<MapNode.Entry> all = new ArrayList<>(said.size() + row.size());
    Set<String> keys = new HashSet<>();
    for (MapNode.Entry entry : said) {
      keys.add(entry.key());
      all.add(new MapNode.Entry(entry.key(), row.line(), row.column(), onto(row, entry.value())));
    }
    for (MapNode.Entry entry : row.entries()) {
      if (!keys.contains(entry.key()) && wanted.test(entry.key())) {
        all.add(entry);
      }
    }
    return MapNode.of(row.line(), row.column(), all);
  }

  /** Puts what the spec says onto the row: positions of a record are in one file. */
  private static SpecNode onto(MapNode row, SpecNode value) {
    if (value instanceof ListNode list) {
      return ListNode.of(
          row.line(), row.column(), list.items().stream().map(it -> onto(row, it)).toList());
    }
    if (value instanceof MapNode map) {
      return MapNode.of(
          row.line(),
          row.column(),
          map.entries().stream()
              .map(
                  it ->
                      new MapNode.Entry(it.key(), row.line(), row.column(), onto(row, it.value())))
              .toList());
    }
    return value.at(row.line(), row.column());
  }
}
