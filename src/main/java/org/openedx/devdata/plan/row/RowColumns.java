package org.openedx.devdata.plan.row;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.openedx.devdata.jdbc.table.Table;

/**
 * Cells of one row as its factory wrote them, by their index in the table, and which of them the
 * spec determines. Factories write by way of {@link Row}. Not thread-safe.
 */
public final class RowColumns {

  private final Table table;
  private final Cell[] cells;
  private final BitSet compared = new BitSet();
  private Map<Integer, Comparison> comparisons = Map.of();
  private BitSet copied;
  private BitSet referring;
  private boolean isComputed;

  RowColumns(Table table) {
    this.table = table;
    this.cells = new Cell[table.columns().size()];
  }

  /** Is written, and compared with what the database has. */
  void set(int column, Object value) {
    write(column, value);
    compared.set(column);
  }

  /** Is compared in all columns but those that the server numbers. */
  void compareAll(Function<String, Object> defaults) {
    for (int column = 0; column < cells.length; column++) {
      if (!table.columns().get(column).auto()) {
        fill(column, defaults.apply(table.columns().get(column).name()));
        compared.set(column);
      }
    }
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
    cells[column] = Cell.of(value);
    isComputed |= value instanceof Computed;
    if (value instanceof Row || value instanceof Reference) {
      if (referring == null) {
        referring = new BitSet();
      }
      referring.set(column);
    }
  }

  /** Is read with the row, even if it is not compared. */
  void copy(int column) {
    if (copied == null) {
      copied = new BitSet();
    }
    copied.set(column);
  }

  public int count() {
    return cells.length;
  }

  /** A copy of all cells; null for those that are unset. */
  public Cell[] copyOfCells() {
    return cells.clone();
  }

  /** {@link Cell.Plain#NULL} when unset. */
  public Cell cell(int column) {
    Cell cell = cells[column];
    return cell == null ? Cell.Plain.NULL : cell;
  }

  public boolean isWritten(int column) {
    return cells[column] != null;
  }

  public boolean isCompared(int column) {
    return compared.get(column);
  }

  public boolean isCopied(int column) {
    return copied != null && copied.get(column);
  }

  /** Returns whether any value was given as a {@link Computed} one. */
  public boolean isComputed() {
    return isComputed;
  }

  /** The column's own way to be compared; null for equality. */
  public Comparison comparison(int column) {
    return comparisons.get(column);
  }

  /** Comparisons of their own, by column. */
  public Map<Integer, Comparison> comparisons() {
    return comparisons;
  }

  /** Adds the columns that name, or have named, another row; few of many. */
  public void addReferring(BitSet columns) {
    if (referring != null) {
      columns.or(referring);
    }
  }

  /** Adds the columns to read if the row is found. */
  public void addRead(BitSet columns) {
    columns.or(compared);
    if (copied != null) {
      columns.or(copied);
    }
  }
}
