package org.openedx.devdata.spec.describe;

import java.util.List;
import java.util.Map;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;

/** Writes a small record of a kind as YAML, valid for the reader. Stateless. */
public final class ExampleWriter {

  /** Keys shown beside the required ones and the natural key. */
  private static final int FURTHER = 3;

  private static final Map<String, String> BY_NAME =
      Map.ofEntries(
          Map.entry("username", "anna"),
          Map.entry("email", "anna@example.com"),
          Map.entry("password", "edx"),
          Map.entry("display_name", "Demonstration Course"),
          Map.entry("mode", "verified"),
          Map.entry("role", "staff"),
          Map.entry("org", "OpenedX"),
          Map.entry("groups", "testers"),
          Map.entry("domain", "localhost:18130"),
          Map.entry("site", "localhost:18130"),
          Map.entry("partner", "edX"),
          Map.entry("code", "edX"),
          Map.entry("currency", "usd"));

  /** The record below its kind's key: the kind's own example, or one that follows from fields. */
  public String of(Kind kind) {
    if (!kind.example().isEmpty()) {
      return kind.example();
    }
    StringBuilder yaml = new StringBuilder(kind.name()).append(":\n");
    record(yaml, kind, "");
    return yaml.toString();
  }

  private void record(StringBuilder yaml, Kind kind, String indent) {
    List<String> identity = kind.identity();
    String lead = indent + "- ";
    int further = 0;
    boolean nested = false;
    for (Field field : kind.fields()) {
      boolean wanted = field.required() || identity.contains(field.name());
      boolean records = field.type() instanceof FieldType.Records;
      boolean unclear =
          field.type() instanceof FieldType.Text && !BY_NAME.containsKey(field.name());
      boolean said = !field.example().isEmpty();
      boolean enough = records ? nested : !said && (further >= FURTHER || unclear);
      if (!field.forbidden().isEmpty() || (!wanted && enough)) {
        continue;
      }
      further += wanted || records ? 0 : 1;
      yaml.append(lead).append(field.name()).append(':');
      lead = indent + "  ";
      if (field.type() instanceof FieldType.Records inner) {
        nested = true;
        yaml.append('\n');
        record(yaml, inner.kind(), indent + "  ");
      } else {
        yaml.append(' ').append(value(field)).append('\n');
      }
    }
  }

  private static String value(Field field) {
    return field.example().isEmpty() ? value(field.name(), field.type()) : field.example();
  }

  private static String value(String name, FieldType type) {
    if (type instanceof FieldType.Text text) {
      String word = BY_NAME.getOrDefault(name, "example");
      return word.substring(0, Math.min(word.length(), text.maxLength()));
    }
    if (type instanceof FieldType.Whole whole) {
      return String.valueOf(Math.max(whole.min(), Math.min(whole.max(), 1)));
    }
    if (type instanceof FieldType.Decimal decimal) {
      return decimal.scale() > 0 ? "0.5" : "1";
    }
    if (type instanceof FieldType.Choice choice) {
      return choice.values().isEmpty() ? "value" : choice.values().get(0);
    }
    if (type instanceof FieldType.ListOf list) {
      return "[" + value(name, list.element()) + "]";
    }
    if (type instanceof FieldType.MapOf map) {
      return "{name: " + value(name, map.value()) + "}";
    }
    if (type instanceof FieldType.Time) {
      return name.matches(".*(end|expir).*") ? "today + 30d" : "now - 3d";
    }
    return simple(type);
  }

  private static String simple(FieldType type) {
    if (type instanceof FieldType.Json) {
      return "{key: value}";
    }
    if (type instanceof FieldType.Real) {
      return "1.5";
    }
    if (type instanceof FieldType.Day) {
      return "2026-03-29";
    }
    if (type instanceof FieldType.CourseKeyText) {
      return "course-v1:OpenedX+DemoX+DemoCourse";
    }
    return type instanceof FieldType.UsageKeyText
        ? "block-v1:OpenedX+DemoX+DemoCourse+type@course+block@course"
        : "true";
  }
}
