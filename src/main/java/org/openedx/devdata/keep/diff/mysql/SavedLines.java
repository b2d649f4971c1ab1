package org.openedx.devdata.keep.diff.mysql;

import java.io.IOException;
import java.io.InputStream;
import org.openedx.devdata.keep.diff.RowLines;
import org.openedx.devdata.keep.snapshot.mysql.LineReader;

/** Lines of a snapshot's files. Not thread-safe. */
final class SavedLines implements RowLines {

  private final InputStream in;
  private final LineReader lines;

  SavedLines(InputStream in) {
    this.in = in;
    this.lines = new LineReader(in);
  }

  @Override
  public boolean next() throws IOException {
    return lines.next();
  }

  @Override
  public byte[] array() {
    return lines.array();
  }

  @Override
  public int from() {
    return lines.from();
  }

  @Override
  public int to() {
    return lines.to();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
