package org.openedx.devdata.keep.snapshot.mysql;

import java.io.IOException;
import java.io.InputStream;

/** A stream that is opened when it is first read, so that many may wait. Not thread-safe. */
final class LaterInput extends InputStream {

  /** Opens the stream. */
  interface Source {
    InputStream open() throws IOException;
  }

  private final Source source;
  private InputStream in;

  LaterInput(Source source) {
    this.source = source;
  }

  @Override
  public int read() throws IOException {
    return opened().read();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    return opened().read(target, offset, length);
  }

  private InputStream opened() throws IOException {
    if (in == null) {
      in = source.open();
    }
    return in;
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
  }
}
