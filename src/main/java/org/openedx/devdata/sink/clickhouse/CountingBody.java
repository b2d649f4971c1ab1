package org.openedx.devdata.sink.clickhouse;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.openedx.devdata.jdbc.clickhouse.RowBinaryBody;

/**
 * Counts the bytes of a body on its way. For one insert; the client may write it more than once.
 */
final class CountingBody implements RowBinaryBody {

  private final RowBinaryBody body;
  private volatile long bytes;

  CountingBody(RowBinaryBody body) {
    this.body = body;
  }

  /** Bytes of the last time it was written. */
  long bytes() {
    return bytes;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    Counter counter = new Counter(out);
    body.writeTo(counter);
    bytes = counter.count;
  }

  private static final class Counter extends FilterOutputStream {
    private long count;

    Counter(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      count += length;
    }
  }
}
