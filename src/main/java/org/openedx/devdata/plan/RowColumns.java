package org.openedx.devdata.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.jdbc.Table;

/**
 * What the columns of one row should hold, by their index in the table, and which of them the spec
 * determines. Not thread-safe.
 */
final class RowColumns {

  private static final byte WRITTEN = 1;
  private static final byte COMPARED = 2;
  private static final byte REFERRING = 4;

  /**
   * What a row of the table holds for a moment.
   *
   * @param key its primary key
   * @param value one that no row has
   */
  record Freed(Object key, int column, Object value) {}

  private final Table table;
  private final Object[] values;

  /** What is known of each column, in one small array: a run has many rows at a time. */
  private final byte[] marks;

  private Map<Integer, Comparison> comparisons = Map.of();
  private List<Freed> freed = List.of();
  private BitSet copied;
  private boolean isComputed;

  RowColumns(Table table) {
    this.table = table;
    this.values = new Object[table.columns().size()];
    this.marks = new byte[values.length];
  }

  /** Is written, and compared with what the database has. */
  void set(int column, Object value) {
    write(column, value);
    marks[column] |= COMPARED;
  }

  /** Compares a column in a way of its own. */
  void compareBy(int column, Comparison comparison) {
    if (comparisons.isEmpty()) {
      comparisons = new HashMap<>();
    }
    comparisons.put(column, comparison);
  }

  /** Is only written when the row is new; no-op if the column has a value already. */
  void fill(int column, Object value) {
    if (!isWritten(column)) {
      write(column, value);
    }
  }

  private void write(int column, Object value) {
    values[column] = value;
    boolean refers = value instanceof Row || value instanceof Reference;
    marks[column] = (byte) (marks[column] & COMPARED | (refers ? WRITTEN | REFERRING : WRITTEN));
    isComputed |= value instanceof Computed;
  }

  /** Puts what a value stands for into its place. */
  void replace(int column, Object value) {
    values[column] = value;
  }

  /** Is read with the row, even if it is not compared. */
  void copy(int column) {
    if (copied == null) {
      copied = new BitSet();
    }
    copied.set(column);
  }

  /** Before anything of its chunk is written, a row of the table lets go of a value. */
  void freeFirst(Freed value) {
    if (freed.isEmpty()) {
      freed = new ArrayList<>();
    }
    freed.add(value);
  }

  /** What other rows let go of, so that this one can have it. */
  List<Freed> freed() {
    return freed;
  }

  int indexOf(String name) {
    return table.indexOf(name);
  }

  int count() {
    return values.length;
  }

  Object value(int column) {
    return values[column];
  }

  boolean isWritten(int column) {
    return (marks[column] & WRITTEN) != 0;
  }

  boolean isCompared(int column) {
    return (marks[column] & COMPARED) != 0;
  }

  boolean isCopied(int column) {
    return copied != null && copied.get(column);
  }

  /** Whether the value stood for the key of another row when it was written. */
  boolean isReferring(int column) {
    return (marks[column] & REFERRING) != 0;
  }

  /** Whether any value was ever given as a {@link Computed} one. */
  boolean isComputed() {
    return isComputed;
  }

  /** The column's own way to be compared; null for the usual one. */
  Comparison comparison(int column) {
    return comparisons.get(column);
  }

  /** Comparisons of their own, by column. */
  Map<Integer, Comparison> comparisons() {
    return comparisons;
  }

  /** Columns to read if the row is found. */
  void addRead(BitSet columns) {
    for (int column = 0; column < marks.length; column++) {
      if (isCompared(column)) {
        columns.set(column);
      }
    }
    if (copied != null) {
      columns.or(copied);
    }
  }

  /** Whether a value is a row of the same table that is not planned yet. */
  boolean holdUnplanned() {
    for (Object value : values) {
      if (value instanceof Row other && other.table() == table && other.action() == null) {
        return true;
      }
    }
    return false;
  }
}
