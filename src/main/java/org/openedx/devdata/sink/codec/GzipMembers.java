package org.openedx.devdata.sink.codec;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * The content of gzip members, one after the other. The JDK's own stream takes a header that is cut
 * off, as anything that is none, for the end. Not thread-safe.
 */
final class GzipMembers extends GZIPInputStream {

  /** Check sum and length, which the inflater leaves to its stream. */
  private static final int TRAILER = 8;

  /**
   * @param packed closed with this
   */
  GzipMembers(InputStream packed, int buffer) throws IOException {
    super(packed, buffer);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    if (count < 0 && inf.getRemaining() > TRAILER) {
      throw new EOFException("it ends in the header of a gzip member");
    }
    return count;
  }
}
