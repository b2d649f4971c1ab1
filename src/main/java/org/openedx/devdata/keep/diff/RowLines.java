package org.openedx.devdata.keep.diff;

import java.io.IOException;
import java.sql.SQLException;

/** Lines of a table's rows, one after the other. Not thread-safe. */
public interface RowLines extends AutoCloseable {

  /**
   * Goes to the next line.
   *
   * @return false after the last one
   */
  boolean next() throws SQLException, IOException;

  /** The buffer with the line; valid until {@link #next}. */
  byte[] array();

  int from();

  /** End of the line, its line feed included. */
  int to();

  @Override
  void close() throws SQLException, IOException;
}
