package org.openedx.devdata.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One record of a spec, checked against its kind. Only the values that are written are held, and
 * records with the same keys share their layout, so that a hundred thousand records stay small.
 * Immutable after reading; safe to share.
 *
 * <p>Two are equal that stand for the same record of the same list: one of a series is read again
 * whenever it is asked for.
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

  private static final byte ABSENT = -1;

  private final Kind kind;
  private final String file;
  private final int line;
  private final int column;
  private final int number;
  private final int ordinal;
  private final short[] slots;
  private final Object[] values;
  private final int[] places;

  private SpecRecord(
      Kind kind, Position position, int ordinal, short[] slots, Object[] values, int[] places) {
    this.kind = kind;
    this.file = position.file();
    this.line = position.line();
    this.column = position.column();
    this.number = position.number();
    this.ordinal = ordinal;
    this.slots = slots;
    this.values = values;
    this.places = places;
  }

  /**
   * A record that holds only the values that are there.
   *
   * @param kind the record's kind
   * @param position of the record itself
   * @param ordinal place in its list, from 0
   * @param values by field index; Java null where the key is absent
   * @param places line and column of each value, alternating, by field index
   * @param neighbour a record of the same kind that is likely to have the same keys, to share their
   *     layout with; or null
   */
  public static SpecRecord of(
      Kind kind,
      Position position,
      int ordinal,
      Object[] values,
      int[] places,
      SpecRecord neighbour) {
    short[] slots = new short[values.length];
    short size = 0;
    for (int index = 0; index < values.length; index++) {
      slots[index] = values[index] == null ? ABSENT : size++;
    }
    Object[] held = new Object[size];
    int[] heldPlaces = new int[2 * size];
    for (int index = 0; index < values.length; index++) {
      int slot = slots[index];
      if (slot != ABSENT) {
        held[slot] = values[index];
        heldPlaces[2 * slot] = places[2 * index];
        heldPlaces[2 * slot + 1] = places[2 * index + 1];
      }
    }
    boolean same = neighbour != null && Arrays.equals(neighbour.slots, slots);
    return new SpecRecord(
        kind, position, ordinal, same ? neighbour.slots : slots, held, heldPlaces);
  }

  public Kind kind() {
    return kind;
  }

  public Position position() {
    return new Position(file, line, column, number);
  }

  /** Place of the record in its list, from 0. */
  public int ordinal() {
    return ordinal;
  }

  /** Returns whether the key is written in the spec, even as null. */
  public boolean has(String field) {
    return slots[index(field)] != ABSENT;
  }

  /** Position of the field's value, or of the record when the key is absent. */
  public Position positionOf(String field) {
    int slot = slots[index(field)];
    return slot == ABSENT
        ? position()
        : new Position(file, places[2 * slot], places[2 * slot + 1], number);
  }

  /** Position of an item of a list. */
  public Position positionOf(String field, int item) {
    return raw(field) instanceof PlacedList<?> list
        ? list.positionOf(file, item).ofNumber(number)
        : positionOf(field);
  }

  /** The value as read: absent as Java null, an explicit null as {@link #NULL}. */
  public Object raw(String field) {
    return raw(index(field));
  }

  /** The value by field index; see {@link #raw(String)}. */
  public Object raw(int fieldIndex) {
    int slot = slots[fieldIndex];
    return slot == ABSENT ? null : values[slot];
  }

  /** The value, or empty when absent or null. */
  public <T> Optional<T> get(String field, Class<T> type) {
    Object value = raw(field);
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

  /** Values by free keys; empty when absent. */
  public PlacedMap map(String field) {
    return get(field, PlacedMap.class).orElse(PlacedMap.EMPTY);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SpecRecord record
        && kind == record.kind
        && ordinal == record.ordinal
        && line == record.line
        && column == record.column
        && number == record.number
        && file.equals(record.file);
  }

  @Override
  public int hashCode() {
    return (line * 31 + column) * 31 + ordinal;
  }

  private int index(String field) {
    int index = kind.indexOf(field);
    if (index < 0) {
      throw new IllegalArgumentException("kind " + kind + " has no field " + field);
    }
    return index;
  }
}
