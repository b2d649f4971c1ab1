package org.openedx.devdata.keep.snapshot.mysql;

import java.io.IOException;
import java.io.InputStream;

/** Those lines of a stream whose keys are in a list; both go up. Not thread-safe. */
final class ChosenLines extends InputStream {

  private final InputStream in;
  private final LineReader lines;
  private final int field;
  private final LongList keys;
  private int next;
  private int position;

  /**
   * @param field index of the key in a line
   * @param keys that are wanted, in ascending order
   */
  ChosenLines(InputStream in, int field, LongList keys) {
    this.in = in;
    this.lines = new LineReader(in);
    this.field = field;
    this.keys = keys;
  }

  @Override
  public int read() throws IOException {
    return available() > 0 || advance() ? lines.array()[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (available() == 0 && !advance()) {
      return -1;
    }
    int count = Math.min(length, lines.to() - position);
    System.arraycopy(lines.array(), position, target, offset, count);
    position += count;
    return count;
  }

  @Override
  public int available() {
    return lines.to() - position;
  }

  private boolean advance() throws IOException {
    while (next < keys.size() && lines.next()) {
      if (LineReader.number(lines.array(), lines.from(), field) == keys.get(next)) {
        next++;
        position = lines.from();
        return true;
      }
    }
    position = lines.to();
    return false;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
