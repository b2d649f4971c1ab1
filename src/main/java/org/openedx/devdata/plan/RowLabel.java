package org.openedx.devdata.plan;

import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.jdbc.ColumnValues;

/** Natural keys as people read them: {@code alice, course-v1:edX+DemoX+Demo_Course}. Stateless. */
final class RowLabel {

  private RowLabel() {}

  static String of(Row row) {
    if (!row.labelParts().isEmpty()) {
      return String.join(", ", row.labelParts());
    }
    List<String> columns =
        row.table().naturalKey().isEmpty() ? row.finder().labelColumns() : row.table().naturalKey();
    List<String> parts = new ArrayList<>();
    for (String column : columns) {
      Object value = row.value(column);
      String text = value == null ? "" : text(value);
      if (!text.isEmpty()) {
        parts.add(text);
      }
    }
    return String.join(", ", parts);
  }

  /** A resolved reference is shown by what it was written as; see {@link Resolved}. */
  static String text(Object value) {
    if (value instanceof Resolved resolved) {
      return text(resolved.written());
    }
    if (value instanceof Row other) {
      return of(other);
    }
    if (value instanceof Reference reference) {
      return String.join(", ", reference.values().stream().map(RowLabel::text).toList());
    }
    return value instanceof Computed ? "(known after load)" : ColumnValues.text(value);
  }
}
