package org.openedx.devdata.spec.read;

import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.yaml.ScalarNode;
import org.openedx.devdata.spec.yaml.SpecNode;

/** Reads the value of one field of a kind: null and refused keys first, then by type. Immutable. */
final class FieldReader {

  private final Field field;
  private final String label;
  private final ValueReader values;
  private final boolean takesNull;

  FieldReader(Field field, String label, ValueReader values) {
    this.field = field;
    this.label = label;
    this.values = values;
    this.takesNull =
        field.type() instanceof FieldType.Json || field.type() instanceof FieldType.Records;
  }

  Field field() {
    return field;
  }

  /** The value, {@link SpecRecord#NULL}, or null when it was reported. */
  Object read(SpecNode node, Reading reading) {
    boolean isNull = node instanceof ScalarNode scalar && scalar.isNull();
    if (!isNull || (takesNull && !field.nullable())) {
      return values.read(node, reading);
    }
    if (field.nullable()) {
      return SpecRecord.NULL;
    }
    String text = field.type() instanceof FieldType.Text ? ", or write \"\" for an empty text" : "";
    String way = field.required() ? "; give a value" : "; leave the key out for its default" + text;
    reading.problem(node, label + " may not be null" + way);
    return null;
  }
}
