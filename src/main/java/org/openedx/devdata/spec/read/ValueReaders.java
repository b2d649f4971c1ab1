package org.openedx.devdata.spec.read;

import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Shown;

/** Makes the reader of each field of a service's kinds. */
final class ValueReaders {

  private final KeyParsers keys;
  private final KeyHints hints;

  ValueReaders(KeyParsers keys, KeyHints hints) {
    this.keys = keys;
    this.hints = hints;
  }

  RecordReader of(Kind kind) {
    FieldReader[] readers =
        kind.fields().stream()
            .map(field -> new FieldReader(field, label(field, kind), of(field, kind)))
            .toArray(FieldReader[]::new);
    return new RecordReader(kind, readers, hints);
  }

  static String label(Field field, Kind kind) {
    return Shown.quoted(field.name()) + " in " + kind.name();
  }

  private ValueReader of(Field field, Kind kind) {
    if (field.type() instanceof FieldType.Text text && kind.identity().contains(field.name())) {
      return name(label(field, kind), text, !field.required());
    }
    return of(label(field, kind), field.type());
  }

  private static ValueReader name(String label, FieldType.Text type, boolean mayBeEmpty) {
    return new ScalarReader(label, "must be text", Texts.name(type, mayBeEmpty));
  }

  private ValueReader of(String label, FieldType type) {
    if (type instanceof FieldType.Text text) {
      return new ScalarReader(label, "must be text", Texts.text(text));
    }
    if (type instanceof FieldType.Whole whole) {
      return new ScalarReader(label, Numbers.expected(whole), Numbers.whole(whole));
    }
    if (type instanceof FieldType.Decimal decimal) {
      return new ScalarReader(label, Numbers.expected(decimal), Numbers.decimal(decimal));
    }
    if (type instanceof FieldType.Real) {
      return new ScalarReader(label, "must be a number", Numbers.real());
    }
    if (type instanceof FieldType.Bool) {
      return new ScalarReader(label, "must be true or false", Texts.bool());
    }
    if (type instanceof FieldType.Time) {
      return new ScalarReader(label, "must be a time", Texts.time());
    }
    if (type instanceof FieldType.Day) {
      return new ScalarReader(label, "must be a day like 2026-03-29", Texts.day());
    }
    if (type instanceof FieldType.Choice choice) {
      return new ScalarReader(label, "must be one word", Texts.choice(choice));
    }
    if (type instanceof FieldType.CourseKeyText) {
      return new ScalarReader(
          label, "must be a course key", Texts.key("course key", keys.course()));
    }
    if (type instanceof FieldType.UsageKeyText) {
      return new ScalarReader(label, "must be a usage key", Texts.key("usage key", keys.usage()));
    }
    if (type instanceof FieldType.ListOf list) {
      String item = "an item of " + label;
      // Items that must differ are names of rows.
      ValueReader element =
          list.distinct() && list.element() instanceof FieldType.Text text
              ? name(item, text, false)
              : of(item, list.element());
      return new ListReader(label, element, false, list.distinct());
    }
    if (type instanceof FieldType.MapOf map) {
      return new ListReader(label, of("a value of " + label, map.value()), true, false);
    }
    if (type instanceof FieldType.Nested nested) {
      return new NestedReader(label, of(nested.kind()));
    }
    if (type instanceof FieldType.Records records) {
      return new RecordsReader(label, of(records.kind()));
    }
    return new JsonReader(label, type instanceof FieldType.Json json && json.texts());
  }
}
