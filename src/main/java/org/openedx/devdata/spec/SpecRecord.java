package org.openedx.devdata.spec;

import java.util.List;
import java.util.Optional;

/**
 * One record of a spec, checked against its kind. Values are held by field index, so that a hundred
 * thousand records stay small. Immutable after reading; safe to share.
 */
public final class SpecRecord {

  /** An explicit YAML null. */
  public static final Object NULL =
      new Object() {
        @Override
        public String toString() {
          return "null";
        }
      };

  private final Kind kind;
  private final String file;
  private final int line;
  private final int column;
  private final int ordinal;
  private final Object[] values;
  private final int[] lines;
  private final int[] columns;

  /**
   * @param kind the record's kind
   * @param position of the record itself
   * @param ordinal place in its list, from 0
   * @param values by field index; Java null where the key is absent
   * @param lines line of each value, by field index
   * @param columns column of each value, by field index
   */
  public SpecRecord(
      Kind kind, Position position, int ordinal, Object[] values, int[] lines, int[] columns) {
    this.kind = kind;
    this.file = position.file();
    this.line = position.line();
    this.column = position.column();
    this.ordinal = ordinal;
    this.values = values;
    this.lines = lines;
    this.columns = columns;
  }

  public Kind kind() {
    return kind;
  }

  public Position position() {
    return new Position(file, line, column);
  }

  /** Place of the record in its list, from 0. */
  public int ordinal() {
    return ordinal;
  }

  /** Whether the key is written in the spec, even as null. */
  public boolean has(String field) {
    return values[index(field)] != null;
  }

  /** Position of the field's value, or of the record when the key is absent. */
  public Position positionOf(String field) {
    int index = index(field);
    return values[index] == null ? position() : new Position(file, lines[index], columns[index]);
  }

  /** The value as read: absent as Java null, an explicit null as {@link #NULL}. */
  public Object raw(String field) {
    return values[index(field)];
  }

  /** The value by field index; see {@link #raw(String)}. */
  public Object raw(int fieldIndex) {
    return values[fieldIndex];
  }

  /** The value, or empty when absent or null. */
  public <T> Optional<T> get(String field, Class<T> type) {
    Object value = values[index(field)];
    return value == null || value == NULL ? Optional.empty() : Optional.of(type.cast(value));
  }

  public Optional<String> text(String field) {
    return get(field, String.class);
  }

  /** The text of a field that the kind requires. */
  public String requiredText(String field) {
    return text(field)
        .orElseThrow(() -> new IllegalStateException(kind + "." + field + " was not checked"));
  }

  public Optional<Boolean> bool(String field) {
    return get(field, Boolean.class);
  }

  public Optional<Long> whole(String field) {
    return get(field, Long.class);
  }

  public Optional<TimeExpression> time(String field) {
    return get(field, TimeExpression.class);
  }

  /** Nested records; empty when absent. */
  @SuppressWarnings("unchecked")
  public List<SpecRecord> records(String field) {
    return (List<SpecRecord>) get(field, List.class).orElse(List.of());
  }

  /** Texts of a list field; empty when absent. */
  @SuppressWarnings("unchecked")
  public List<String> texts(String field) {
    return (List<String>) get(field, List.class).orElse(List.of());
  }

  private int index(String field) {
    int index = kind.indexOf(field);
    if (index < 0) {
      throw new IllegalArgumentException("kind " + kind + " has no field " + field);
    }
    return index;
  }
}
