package org.openedx.devdata.sink.codec;

import java.io.IOException;
import java.io.InputStream;
import net.jpountz.lz4.LZ4FrameInputStream;

/** Reads what the codecs have written, all its parts one after the other. Stateless. */
public final class Unpacking {

  private static final int BUFFER = 1 << 16;

  private Unpacking() {}

  /**
   * The content of a packed stream, which is closed with the result.
   *
   * @param compression one of {@link Codecs#NAMES}
   */
  public static InputStream of(String compression, InputStream packed) throws IOException {
    return switch (compression) {
      case "gzip" -> new GzipMembers(packed, BUFFER);
      case "zstd" -> new ZstdFrames(packed);
      case "lz4" -> new LZ4FrameInputStream(packed);
      case "none" -> packed;
      default ->
          throw new IllegalArgumentException("unknown compression '" + compression + "', use none");
    };
  }
}
