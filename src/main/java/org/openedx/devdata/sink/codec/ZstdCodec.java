package org.openedx.devdata.sink.codec;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.bytes.ZstdLibrary;

/** Zstandard, each piece a frame with its length. Immutable. */
record ZstdCodec(int level) implements Codec {

  ZstdCodec {
    ZstdLibrary.load();
  }

  /**
   * Places that level 1 remembers, as a power of two: as many as stay in a core's nearest cache.
   * That packs statements a fifth faster than the library's own choice, and 2 % larger.
   */
  private static final int PLACES = 12;

  @Override
  public String description() {
    return "zstd, level " + level;
  }

  @Override
  public String suffix() {
    return ".zst";
  }

  @Override
  public Compressor compressor() {
    ZstdCompressCtx context = new ZstdCompressCtx().setLevel(level);
    return new Frames(level == 1 ? context.setHashLog(PLACES) : context);
  }

  private record Frames(ZstdCompressCtx context) implements Compressor {

    @Override
    public void compress(byte[] source, int length, OutputBytes target) {
      int maximum = (int) Zstd.compressBound(length);
      int start = target.reserve(maximum);
      int count = context.compressByteArray(target.array(), start, maximum, source, 0, length);
      target.truncate(start + count);
    }

    @Override
    public void close() {
      context.close();
    }
  }
}
