package org.openedx.devdata.spec.read;

import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.SpecNode;

/** Reads one mapping as a record of a kind. Immutable. */
final class RecordReader {

  private final Kind kind;
  private final FieldReader[] readers;
  private final KeyHints hints;

  RecordReader(Kind kind, FieldReader[] readers, KeyHints hints) {
    this.kind = kind;
    this.readers = readers;
    this.hints = hints;
  }

  Kind kind() {
    return kind;
  }

  /**
   * Reads a record; keys with problems are left out.
   *
   * @param ordinal the record's place in its list
   * @param neighbour a record of the same kind to share layout with, or null
   */
  SpecRecord read(MapNode map, int ordinal, SpecRecord neighbour, Reading reading) {
    int size = readers.length;
    Object[] values = new Object[size];
    int[] places = new int[2 * size];
    boolean[] seen = new boolean[size];
    boolean unknown = false;
    for (int entry = 0; entry < map.size(); entry++) {
      int index = kind.indexOf(map.key(entry));
      if (index < 0) {
        unknown = true;
      } else if (seen[index]) {
        problem(map, entry, twice(map, entry, index), reading);
      } else {
        seen[index] = true;
        values[index] = value(map, entry, readers[index], reading);
        SpecNode node = map.value(entry);
        places[2 * index] = node.line();
        places[2 * index + 1] = node.column();
      }
    }
    if (unknown) {
      unknown(map, seen, reading);
    }
    missing(map, seen, reading);
    return SpecRecord.of(kind, reading.at(map), ordinal, values, places, neighbour);
  }

  private Object value(MapNode map, int entry, FieldReader reader, Reading reading) {
    Field field = reader.field();
    if (field.forbidden().isEmpty()) {
      return reader.read(map.value(entry), reading);
    }
    String label = ValueReaders.label(field, kind);
    problem(map, entry, label + " is not allowed: " + field.forbidden(), reading);
    return null;
  }

  /**
   * Reports keys that are not known; a field that one of them probably means is not missing too.
   */
  private void unknown(MapNode map, boolean[] seen, Reading reading) {
    for (int entry = 0; entry < map.size(); entry++) {
      String key = map.key(entry);
      if (kind.indexOf(key) < 0) {
        // Further ones are only counted, and a hint takes longer than a key.
        KeyHints.Hint hint = reading.problems().full() ? KeyHints.NONE : hints.inRecord(key, kind);
        if (hint.field() >= 0) {
          seen[hint.field()] = true;
        }
        problem(
            map, entry, "unknown key " + Shown.quoted(key) + " in " + kind + hint.text(), reading);
      }
    }
  }

  private String twice(MapNode map, int entry, int index) {
    int first = 0;
    while (kind.indexOf(map.key(first)) != index) {
      first++;
    }
    return "%s and %s are two spellings of one key in %s; keep %s"
        .formatted(
            Shown.quoted(map.key(first)),
            Shown.quoted(map.key(entry)),
            kind,
            Shown.quoted(readers[index].field().name()));
  }

  private void missing(MapNode map, boolean[] seen, Reading reading) {
    for (int index = 0; index < readers.length; index++) {
      Field field = readers[index].field();
      if (field.required() && !seen[index]) {
        reading.problem(map, ValueReaders.label(field, kind) + " is missing; add it");
      }
    }
  }

  private static void problem(MapNode map, int entry, String message, Reading reading) {
    reading.problems().add(reading.atKey(map, entry), message);
  }
}
