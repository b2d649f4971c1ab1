package org.openedx.devdata.sink.codec;

import java.util.zip.Deflater;

/** Gzip by the JDK's zlib. Immutable. */
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
    return new GzipMember(new Deflater(level, true));
  }
}
