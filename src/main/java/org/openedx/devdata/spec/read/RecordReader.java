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
   */
  SpecRecord read(MapNode map, int ordinal, Reading reading) {
    int size = readers.length;
    Object[] values = new Object[size];
    int[] lines = new int[size];
    int[] columns = new int[size];
    boolean[] written = new boolean[size];
    for (int entry = 0; entry < map.size(); entry++) {
      int index = kind.indexOf(map.key(entry));
      if (index < 0) {
        unknown(map, entry, reading);
        continue;
      }
      if (written[index]) {
        twice(map, entry, index, reading);
        continue;
      }
      written[index] = true;
      Field field = readers[index].field();
      if (!field.forbidden().isEmpty()) {
        reading
            .problems()
            .add(
                map.keyIn(reading.file(), entry),
                ValueReaders.label(field, kind) + " is not allowed: " + field.forbidden());
        continue;
      }
      SpecNode node = map.value(entry);
      values[index] = readers[index].read(node, reading);
      lines[index] = node.line();
      columns[index] = node.column();
    }
    missing(map, written, reading);
    return new SpecRecord(kind, map.in(reading.file()), ordinal, values, lines, columns);
  }

  private void unknown(MapNode map, int entry, Reading reading) {
    String key = map.key(entry);
    reading
        .problems()
        .add(
            map.keyIn(reading.file(), entry),
            "unknown key " + Shown.quoted(key) + " in " + kind + hints.inRecord(key, kind));
  }

  private void twice(MapNode map, int entry, int index, Reading reading) {
    String other = "";
    for (int before = 0; before < entry; before++) {
      if (kind.indexOf(map.key(before)) == index) {
        other = map.key(before);
        break;
      }
    }
    reading
        .problems()
        .add(
            map.keyIn(reading.file(), entry),
            "%s and %s are two spellings of one key in %s; keep %s"
                .formatted(
                    Shown.quoted(other),
                    Shown.quoted(map.key(entry)),
                    kind,
                    Shown.quoted(readers[index].field().name())));
  }

  private void missing(MapNode map, boolean[] written, Reading reading) {
    for (int index = 0; index < readers.length; index++) {
      Field field = readers[index].field();
      if (field.required() && !written[index]) {
        reading.problem(map, ValueReaders.label(field, kind) + " is missing; add it");
      }
    }
  }
}
