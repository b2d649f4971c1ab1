package org.openedx.devdata.sink.codec;

import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.openedx.devdata.bytes.OutputBytes;

/**
 * Makes gzip members with a raw deflater: a header without name and time (so that equal content
 * gives equal bytes), the deflated data, its check and length. Mutable, not thread-safe.
 */
final class GzipMember implements Compressor {

  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
  private static final int PIECE = 1 << 16;

  private final Deflater deflater;
  private final CRC32 crc = new CRC32();
  private byte[] deflated = new byte[PIECE];

  /**
   * @param deflater made with {@code nowrap}; may take input from offset 0 only
   */
  GzipMember(Deflater deflater) {
    this.deflater = deflater;
  }

  @Override
  public void compress(byte[] source, int length, OutputBytes target) {
    int most = length + length / 8 + 256;
    if (deflated.length < most) {
      deflated = new byte[most];
    }
    deflater.reset();
    deflater.setInput(source, 0, length);
    deflater.finish();
    target.put(HEADER);
    while (!deflater.finished()) {
      int count = deflater.deflate(deflated, 0, deflated.length);
      if (count <= 0 && !deflater.finished()) {
        throw new IllegalStateException("the deflater stopped before its end");
      }
      target.put(deflated, 0, count);
    }
    crc.reset();
    crc.update(source, 0, length);
    int start = target.reserve(8);
    putInt((int) crc.getValue(), target.array(), start);
    putInt(length, target.array(), start + 4);
  }

  private static void putInt(int value, byte[] target, int offset) {
    for (int i = 0; i < 4; i++) {
      target[offset + i] = (byte) (value >>> 8 * i);
    }
  }

  @Override
  public void close() {
    deflater.end();
  }
}
