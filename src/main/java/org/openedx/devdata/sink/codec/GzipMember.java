package org.openedx.devdata.sink.codec;

import java.util.zip.CRC32;
import org.openedx.devdata.bytes.OutputBytes;

/**
 * Gzip members: a header without name and time (so that equal content gives equal bytes), the
 * deflated data, its check and length. Mutable, not thread-safe.
 */
final class GzipMember implements Compressor {

  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

  private final RawDeflate deflate;
  private final CRC32 crc = new CRC32();

  GzipMember(RawDeflate deflate) {
    this.deflate = deflate;
  }

  @Override
  public void compress(byte[] source, int length, OutputBytes target) {
    target.put(HEADER);
    deflate.deflate(source, length, target);
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
    deflate.close();
  }
}
