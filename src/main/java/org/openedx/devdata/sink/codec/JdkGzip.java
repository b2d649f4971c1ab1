package org.openedx.devdata.sink.codec;

import java.util.zip.Deflater;
import org.openedx.devdata.bytes.OutputBytes;

/** Gzip by the JDK's zlib, or the system's where the JDK was built so. Immutable. */
record JdkGzip(int level) implements Codec {

  @Override
  public String description() {
    return "gzip by jdk, level " + level;
  }

  @Override
  public String suffix() {
    return ".gz";
  }

  @Override
  public Compressor compressor() {
    return new GzipMember(new Zlib(new Deflater(level, true)));
  }

  private record Zlib(Deflater deflater) implements RawDeflate {

    @Override
    public void deflate(byte[] source, int length, OutputBytes target) {
      deflater.reset();
      deflater.setInput(source, 0, length);
      deflater.finish();
      while (!deflater.finished()) {
        int maximum = length / 8 + 256;
        int start = target.reserve(maximum);
        target.truncate(start + deflater.deflate(target.array(), start, maximum));
      }
    }

    @Override
    public void close() {
      deflater.end();
    }
  }
}
