package org.openedx.devdata.keep.diff.mysql;

import java.sql.SQLException;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.jdbc.stream.TableStream;
import org.openedx.devdata.keep.diff.RowLines;

/** Lines that a server sends. Not thread-safe. */
final class LiveLines implements RowLines {

  private final TableStream stream;
  private final OutputBytes line = new OutputBytes(1 << 12);

  LiveLines(TableStream stream) {
    this.stream = stream;
  }

  @Override
  public boolean next() throws SQLException {
    line.clear();
    return stream.next(line);
  }

  @Override
  public byte[] array() {
    return line.array();
  }

  @Override
  public int from() {
    return 0;
  }

  @Override
  public int to() {
    return line.length();
  }

  @Override
  public void close() throws SQLException {
    stream.close();
  }
}
