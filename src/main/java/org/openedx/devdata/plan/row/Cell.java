package org.openedx.devdata.plan.row;

import java.util.Objects;
import org.openedx.devdata.jdbc.table.ColumnValues;

/** The content of one column of a row that is to be: a value, or what stands for one. */
public sealed interface Cell
    permits Cell.Plain, Cell.OfMadeUp, Cell.OfRow, Cell.Resolved, Computed, Reference {

  /** The cell of a value of a column's Java form, a {@link Row} or a cell. */
  static Cell of(Object value) {
    if (value == null) {
      return Plain.NULL;
    }
    if (value instanceof Row row) {
      return new OfRow(row);
    }
    return value instanceof Cell cell ? cell : new Plain(value);
  }

  /** The value itself, or the key that it stands for; null while that is not known. */
  Object plain();

  /**
   * As {@link #plain}, but with keys that came to be after a reference was resolved. For whoever
   * writes, after the row that is referred to.
   */
  default Object written() {
    return plain();
  }

  /**
   * Returns whether a reference was resolved to a row that is not written yet, or a value not
   * computed.
   */
  default boolean isPending() {
    return false;
  }

  /** Returns whether nothing in the database can refer to the row, because this run numbered it. */
  default boolean isFresh() {
    return false;
  }

  /** The value as {@link Row#set} took it. */
  default Object given() {
    return this;
  }

  /** The value as people read it, empty for NULL. */
  String text();

  /**
   * A value.
   *
   * @param value of the column's Java form; null for NULL
   */
  record Plain(Object value) implements Cell {

    /** The content of a column without a value, and of one that is to be NULL. */
    public static final Plain NULL = new Plain(null);

    @Override
    public Object plain() {
      return value;
    }

    @Override
    public Object given() {
      return value;
    }

    @Override
    public String text() {
      return value == null ? "" : ColumnValues.text(value);
    }
  }

  /**
   * A value that is made up, once it is asked for.
   *
   * @param values all such values of the row
   * @param column the column's name
   */
  record OfMadeUp(MadeUp values, String column) implements Cell {

    @Override
    public Object plain() {
      return values.value(column, 0);
    }

    @Override
    public Object given() {
      return plain();
    }

    @Override
    public String text() {
      return ColumnValues.text(plain());
    }
  }

  /**
   * The primary key of another row of the batch.
   *
   * @param row that row
   */
  record OfRow(Row row) implements Cell {

    @Override
    public Object plain() {
      return null;
    }

    @Override
    public Object given() {
      return row;
    }

    @Override
    public String text() {
      return row.label();
    }
  }

  /**
   * A reference whose row is known.
   *
   * @param reference the reference
   * @param key the row's primary key; null while the row is only planned, or is written
   *     asynchronously
   * @param isFresh whether this run created the row and the server numbered it
   */
  record Resolved(Cell reference, Object key, boolean isFresh) implements Cell {

    public Resolved {
      Objects.requireNonNull(reference, "reference");
    }

    @Override
    public Object plain() {
      return key;
    }

    @Override
    public Object written() {
      return key == null && reference instanceof OfRow other ? other.row().key() : key;
    }

    @Override
    public boolean isPending() {
      return key == null;
    }

    @Override
    public String text() {
      return reference.text();
    }
  }
}
