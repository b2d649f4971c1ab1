package org.openedx.devdata.sink.lake;

import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.sink.codec.Codec;
import org.openedx.devdata.sink.codec.Compressor;

/** Bare blocks of LZ4, without a frame: Parquet's {@code LZ4_RAW}. Immutable. */
record Lz4Block() implements Codec {

  @Override
  public String description() {
    return "lz4";
  }

  @Override
  public String suffix() {
    return "";
  }

  @Override
  public Compressor compressor() {
    LZ4Compressor lz4 = LZ4Factory.fastestInstance().fastCompressor();
    return new Compressor() {
      @Override
      public void compress(byte[] source, int length, OutputBytes target) {
        int maximum = lz4.maxCompressedLength(length);
        int start = target.reserve(maximum);
        int count = lz4.compress(source, 0, length, target.array(), start, maximum);
        target.truncate(start + count);
      }

      @Override
      public void close() {
        // Nothing is held.
      }
    };
  }
}
