package org.openedx.devdata.spec.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the entries of one mapping: finds keys that stand twice, and adds what merges contain. A
 * mapping's own keys win over merged ones wherever the merge stands; of several merged mappings the
 * earlier wins (YAML 1.1). Not thread-safe.
 */
final class MapBuilder {

  /** Below this many entries, comparing with each is cheaper than a hash table. */
  private static final int FEW = 12;

  private final int line;
  private final int column;
  private String[] keys = new String[8];
  private int[] places = new int[16];
  private SpecNode[] values = new SpecNode[8];
  private int size;
  private Map<String, Integer> index;
  private final List<MapNode> merges = new ArrayList<>(0);
  private int mergeLine;

  MapBuilder(int line, int column) {
    this.line = line;
    this.column = column;
  }

  /** Line of a key that stands already, 0 when it does not. */
  int lineOf(String key) {
    int entry = find(key);
    return entry < 0 ? 0 : places[2 * entry];
  }

  /** The value of the only key that stands so far; null when there are others. */
  SpecNode only() {
    return size == 1 && merges.isEmpty() ? values[0] : null;
  }

  void add(String key, int keyLine, int keyColumn, SpecNode value) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      places = Arrays.copyOf(places, 4 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    keys[size] = key;
    places[2 * size] = keyLine;
    places[2 * size + 1] = keyColumn;
    values[size] = value;
    if (index != null) {
      index.put(key, size);
    }
    size++;
  }

  /** Line of the merge key, 0 when there is none yet. */
  int mergeLine() {
    return mergeLine;
  }

  void mergeAt(int keyLine) {
    mergeLine = keyLine;
  }

  /** A mapping to merge; the order of calls is the order of precedence. */
  void merge(MapNode other) {
    merges.add(other);
  }

  MapNode build() {
    for (MapNode other : merges) {
      for (int entry = 0; entry < other.size(); entry++) {
        if (find(other.key(entry)) < 0) {
          add(other.key(entry), other.keyLine(entry), other.keyColumn(entry), other.value(entry));
        }
      }
    }
    return new MapNode(
        line,
        column,
        Arrays.copyOf(keys, size),
        Arrays.copyOf(places, 2 * size),
        Arrays.copyOf(values, size));
  }

  private int find(String key) {
    if (size > FEW && index == null) {
      index = new HashMap<>();
      for (int entry = 0; entry < size; entry++) {
        index.put(keys[entry], entry);
      }
    }
    if (index != null) {
      return index.getOrDefault(key, -1);
    }
    for (int entry = 0; entry < size; entry++) {
      if (keys[entry].equals(key)) {
        return entry;
      }
    }
    return -1;
  }
}
