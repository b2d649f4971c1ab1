package org.openedx.devdata.keep.diff;

import java.util.List;

/** A table as one side has it: its columns, and names of its rows. */
public interface NamedTable {

  /** Names of the columns of its lines, in order. */
  List<String> columns();

  /** The values of a line, as a person reads them; null for NULL. */
  List<String> values(byte[] line);

  /**
   * Names of rows.
   *
   * @param rows the values of each
   * @return the parts of each name, in the same order; null for NULL
   */
  List<List<String>> names(List<List<String>> rows);
}
