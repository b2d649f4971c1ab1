package org.openedx.devdata.embedded.clickhouse.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads data in ClickHouse's own framing, one block in memory at a time. Not thread-safe. */
final class BlockInputStream extends InputStream {

  private static final int HEAD = BlockCodec.CHECKSUM_BYTES + BlockCodec.HEADER_BYTES;

  private final InputStream in;
  private byte[] block = new byte[0];
  private int position;

  BlockInputStream(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    return fill() ? block[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, block.length - position);
    System.arraycopy(block, position, target, offset, count);
    position += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean fill() throws IOException {
    while (position == block.length) {
      byte[] head = in.readNBytes(HEAD);
      if (head.length == 0) {
        return false;
      }
      if (head.length < HEAD) {
        throw new EOFException("a compressed block ends inside its header");
      }
      int length = BlockCodec.bodyLength(head);
      byte[] frame = Arrays.copyOf(head, HEAD + length);
      if (in.readNBytes(frame, HEAD, length) < length) {
        throw new EOFException("a compressed block ends early");
      }
      block = BlockCodec.unpack(frame);
      position = 0;
    }
    return true;
  }
}
