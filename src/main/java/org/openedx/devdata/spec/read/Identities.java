package org.openedx.devdata.spec.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.SpecNode;

/**
 * Finds two records of one list that mean the same row, as the database compares. Not thread-safe
 * but for {@link #identity}; one for each list.
 */
final class Identities {

  private final Kind kind;
  private final int[] fields;
  private final Map<String, MapNode> seen = new HashMap<>();

  Identities(Kind kind) {
    this.kind = kind;
    this.fields = kind.identity().stream().mapToInt(kind::indexOf).toArray();
  }

  /** A record whose key could not be read is none that others can be held against. */
  void check(SpecRecord record, MapNode written, Reading reading) {
    for (int field : fields) {
      if (record.raw(field) == null && value(written, field) != null) {
        return;
      }
    }
    check(identity(record), written, reading);
  }

  /**
   * As {@link #check(SpecRecord, MapNode, Reading)}, of a record whose {@link #identity} is known.
   */
  void check(String identity, MapNode written, Reading reading) {
    if (identity == null) {
      return;
    }
    MapNode first = seen.putIfAbsent(identity, written);
    if (first != null) {
      reading.problems().add(place(first, written, reading.file()), message(first, written));
    }
  }

  String identity(SpecRecord record) {
    return kind.identityOf(record);
  }

  /** The key's own place, unless an alias makes both records share it. */
  private Position place(MapNode first, MapNode second, String file) {
    Position own = keys(second).get(0).in(file);
    Position other = keys(first).get(0).in(file);
    return own.equals(other) ? second.in(file) : own;
  }

  private String message(MapNode first, MapNode second) {
    String key = shown(second);
    String other = shown(first);
    return key.equals(other)
        ? "%s stands twice in %s, first in line %s; remove one".formatted(key, kind, first.line())
        : "%s is the same to the database as %s of line %s; remove one or change its key"
            .formatted(key, other, first.line());
  }

  private String shown(MapNode record) {
    return shown(kind, record);
  }

  /** The key of a record, for messages. */
  static String shown(Kind kind, MapNode record) {
    StringBuilder shown = new StringBuilder();
    for (String name : kind.identity()) {
      SpecNode value = value(kind, record, kind.indexOf(name));
      if (value != null) {
        shown.append(shown.isEmpty() ? "" : ", ");
        shown.append(name).append(' ').append(Reading.shown(value));
      }
    }
    return shown.toString();
  }

  private List<SpecNode> keys(MapNode record) {
    List<SpecNode> values = new ArrayList<>();
    for (int field : fields) {
      SpecNode value = value(record, field);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private SpecNode value(MapNode record, int field) {
    return value(kind, record, field);
  }

  private static SpecNode value(Kind kind, MapNode record, int field) {
    for (int entry = 0; entry < record.size(); entry++) {
      if (kind.indexOf(record.key(entry)) == field) {
        return record.value(entry);
      }
    }
    return null;
  }
}
