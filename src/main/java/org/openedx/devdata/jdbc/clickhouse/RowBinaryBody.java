package org.openedx.devdata.jdbc.clickhouse;

import java.io.IOException;
import java.io.OutputStream;

/** The rows of one insert in ClickHouse's RowBinary format. Can be written again, for a retry. */
@FunctionalInterface
public interface RowBinaryBody {

  /** Writes the same bytes each time; does not close the stream. */
  void writeTo(OutputStream out) throws IOException;
}
