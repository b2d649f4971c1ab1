package org.openedx.devdata.spec.describe;

import java.util.stream.Collectors;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;

/** Descriptions of what a field may hold, in words for a table. */
final class TypeWords {

  private TypeWords() {}

  static String of(FieldType type) {
    if (type instanceof FieldType.Text text) {
      return text.maxLength() >= 1_000_000 ? "text" : "text, up to " + text.maxLength();
    }
    if (type instanceof FieldType.Whole whole) {
      return whole(whole);
    }
    if (type instanceof FieldType.Decimal decimal) {
      return "number, up to " + decimal.scale() + " decimals";
    }
    if (type instanceof FieldType.Real) {
      return "number";
    }
    if (type instanceof FieldType.Bool) {
      return "true or false";
    }
    if (type instanceof FieldType.Choice choice) {
      return choice.values().stream()
          .map(value -> "`" + value + "`")
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    if (type instanceof FieldType.ListOf list) {
      return "list of: " + of(list.element());
    }
    if (type instanceof FieldType.MapOf map) {
      return "mapping of names to: " + of(map.value());
    }
    if (type instanceof FieldType.Nested nested) {
      return "`" + nested.kind().name() + "`, see below";
    }
    if (type instanceof FieldType.Records records) {
      return "list of `" + records.kind().name() + "`, see below";
    }
    return simple(type);
  }

  /** A field's default in words; columns of truth values say 0 and 1. */
  static String defaultOf(Field field) {
    String text = field.defaultText();
    if (field.type() instanceof FieldType.Bool && (text.equals("0") || text.equals("1"))) {
      return text.equals("1") ? "true" : "false";
    }
    return text;
  }

  private static String simple(FieldType type) {
    if (type instanceof FieldType.Time) {
      return "time";
    }
    if (type instanceof FieldType.Day) {
      return "day";
    }
    if (type instanceof FieldType.CourseKeyText) {
      return "course key";
    }
    return type instanceof FieldType.UsageKeyText ? "usage key" : "any value";
  }

  private static String whole(FieldType.Whole whole) {
    if (whole.min() == Long.MIN_VALUE && whole.max() == Long.MAX_VALUE) {
      return "whole number";
    }
    return "whole number, " + whole.min() + " to " + whole.max();
  }
}
