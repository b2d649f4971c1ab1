package org.openedx.devdata.sink;

import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.world.dump.RowWriter;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementRenderer;

/** Takes the rows of a block: statements or lines of a log, or the values of other rows. */
public interface BlockWriter extends RowWriter {

  /**
   * Takes a statement.
   *
   * @param data the statement, with its id
   * @param json the statement as JSON; to be copied, not kept
   * @param renderer made {@code json}; can write it in another quoting, and its time
   */
  void statement(StatementData data, OutputBytes json, StatementRenderer renderer);

  /**
   * Takes a line of a log, which is made in place of a statement.
   *
   * @param micros its moment, microseconds since 1970
   * @param line without an end; to be copied, not kept
   */
  default void line(long micros, OutputBytes line) {
    throw new IllegalStateException("lines of a log have no place here");
  }
}
