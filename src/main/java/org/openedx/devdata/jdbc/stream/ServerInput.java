package org.openedx.devdata.jdbc.stream;

import com.mysql.cj.protocol.FullReadInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes that a server sends, in a buffer that the driver and {@link TableStream} read from by
 * turns: the one takes packets that it knows, the other rows, without a copy. Not thread-safe.
 */
final class ServerInput extends FullReadInputStream {

  private static final int BUFFER = 512 * 1024;

  private byte[] array = new byte[BUFFER];
  private int position;
  private int limit;

  ServerInput(InputStream server) {
    super(server);
  }

  /** The buffer; valid from {@link #position()} on, until the next {@link #require}. */
  byte[] array() {
    return array;
  }

  int position() {
    return position;
  }

  void advance(int count) {
    position += count;
  }

  /**
   * Waits until so many bytes are there.
   *
   * @throws EOFException when the server ends the connection before
   */
  void require(int count) throws IOException {
    if (limit - position >= count) {
      return;
    }
    if (array.length - position < count) {
      byte[] target = array.length < count ? new byte[Math.max(count, array.length * 2)] : array;
      System.arraycopy(array, position, target, 0, limit - position);
      array = target;
      limit -= position;
      position = 0;
    }
    while (limit - position < count) {
      int got = in.read(array, limit, array.length - limit);
      if (got < 0) {
        throw new EOFException("the server ended the connection");
      }
      limit += got;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (position == limit) {
      return in.read(target, offset, length);
    }
    int count = Math.min(length, limit - position);
    System.arraycopy(array, position, target, offset, count);
    position += count;
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = Math.min(count, limit - position);
    position += (int) skipped;
    return skipped > 0 || count <= 0 ? skipped : in.skip(count);
  }

  @Override
  public int available() throws IOException {
    return limit - position + in.available();
  }

  /** Copies what is there, so that a packet in several parts can be put together. */
  byte[] take(int count) throws IOException {
    require(count);
    byte[] taken = Arrays.copyOfRange(array, position, position + count);
    position += count;
    return taken;
  }
}
