package org.openedx.devdata.embedded.clickhouse.http;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of a request. The JDK's server takes the end of a broken connection for the end of a
 * body of known length; an INSERT must not. Closing it does nothing: the exchange closes its
 * streams.
 */
final class RequestBody extends FilterInputStream {

  /** For a body in chunks, whose end the transfer marks. */
  static final long UNKNOWN = 0;

  private long missing;

  /**
   * @param length what the client has promised in bytes, or {@link #UNKNOWN}
   */
  RequestBody(InputStream in, long length) {
    super(in);
    this.missing = length;
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    count(b < 0 ? -1 : 1);
    return b;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    count(count);
    return count;
  }

  @Override
  public void close() {}

  private void count(int read) throws IOException {
    if (read > 0) {
      missing -= read;
    } else if (read < 0 && missing > 0) {
      throw new EOFException("the client went away %d bytes before the end".formatted(missing));
    }
  }
}
