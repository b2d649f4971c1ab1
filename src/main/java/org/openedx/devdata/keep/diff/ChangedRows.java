package org.openedx.devdata.keep.diff;

/** Receiver of the differences of one table. */
public interface ChangedRows {

  /** Counts a row that differs. */
  void count(Change change);

  /** Number of rows that may still be shown. */
  int room();

  /**
   * Shows a row, while there is room.
   *
   * @param before its line before; null for one that was added
   * @param after its line after; null for one that was removed
   */
  void show(byte[] before, byte[] after);
}
