package org.openedx.devdata.plan.row;

/** The outcome of planning and writing one row, as far as finders and computed values may ask. */
public interface Outcome {

  /** Primary key; null until the row is found or written. */
  Object key();

  /** Returns whether this run creates the row; false as long as it is not planned. */
  boolean isNew();

  /** The content of a column, references resolved; {@link Cell.Plain#NULL} when unset. */
  Cell cell(int column);

  /**
   * The value that a copied column has once the row is saved.
   *
   * @throws IllegalStateException when the column was not read
   */
  Object saved(int column);

  /** The value that the database has of a compared column; null for a row that it has not. */
  Object found(int column);
}
