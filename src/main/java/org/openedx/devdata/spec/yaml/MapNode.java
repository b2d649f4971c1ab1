package org.openedx.devdata.spec.yaml;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.openedx.devdata.spec.Position;

/**
 * A mapping with text keys, merges already resolved: its own keys in file order, then those that
 * merges add. No key occurs twice.
 */
public final class MapNode extends SpecNode {

  /** A mapping without entries, for readers that go on after a problem. */
  public static final MapNode EMPTY = new MapNode(1, 1, new String[0], new int[0], new SpecNode[0]);

  private final String[] keys;
  private final int[] places;
  private final SpecNode[] values;

  /**
   * @param keys one for each entry
   * @param places line and column of each key, alternating
   * @param values one for each entry
   */
  MapNode(int line, int column, String[] keys, int[] places, SpecNode[] values) {
    super(line, column);
    this.keys = keys;
    this.places = places;
    this.values = values;
  }

  /**
   * One entry of a mapping.
   *
   * @param line line of the key, from 1
   * @param column column of the key, from 1, in characters
   */
  public record Entry(String key, int line, int column, SpecNode value) {}

  /** A mapping that is not written; no key may occur twice. */
  public static MapNode of(int line, int column, List<Entry> entries) {
    MapBuilder all = new MapBuilder(line, column);
    entries.forEach(it -> all.add(it.key(), it.line(), it.column(), it.value()));
    return all.build();
  }

  /** The entries, in order. */
  public List<Entry> entries() {
    return IntStream.range(0, keys.length)
        .mapToObj(at -> new Entry(keys[at], keyLine(at), keyColumn(at), values[at]))
        .toList();
  }

  /** Number of entries. */
  public int size() {
    return keys.length;
  }

  public String key(int entry) {
    return keys[entry];
  }

  public SpecNode value(int entry) {
    return values[entry];
  }

  int keyLine(int entry) {
    return places[2 * entry];
  }

  int keyColumn(int entry) {
    return places[2 * entry + 1];
  }

  public Position keyIn(String file, int entry) {
    return new Position(file, keyLine(entry), keyColumn(entry));
  }

  /** Index of the entry of a key, -1 when there is none. */
  public int indexOf(String key) {
    for (int entry = 0; entry < keys.length; entry++) {
      if (keys[entry].equals(key)) {
        return entry;
      }
    }
    return -1;
  }

  /** Value of a key, or null when there is none. */
  public SpecNode get(String key) {
    int entry = indexOf(key);
    return entry < 0 ? null : values[entry];
  }

  /** The entries whose keys are wanted, at the same place. */
  public MapNode only(Predicate<String> wanted) {
    MapBuilder some = new MapBuilder(line(), column());
    for (int entry = 0; entry < keys.length; entry++) {
      if (wanted.test(keys[entry])) {
        some.add(keys[entry], keyLine(entry), keyColumn(entry), values[entry]);
      }
    }
    return some.build();
  }

  /** The same entries and one more, whose key stands where its value does. */
  public MapNode with(String key, SpecNode value) {
    MapBuilder more = new MapBuilder(line(), column());
    for (int entry = 0; entry < keys.length; entry++) {
      more.add(keys[entry], keyLine(entry), keyColumn(entry), values[entry]);
    }
    more.add(key, value.line(), value.column(), value);
    return more.build();
  }

  @Override
  public MapNode at(int otherLine, int otherColumn) {
    return new MapNode(otherLine, otherColumn, keys, places, values);
  }

  @Override
  public String what() {
    return "a mapping";
  }
}
