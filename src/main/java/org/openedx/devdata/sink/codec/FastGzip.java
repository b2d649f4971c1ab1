package org.openedx.devdata.sink.codec;

/** Gzip by our own deflater: the same bytes on every machine and version of Java. Immutable. */
record FastGzip() implements Codec {

  @Override
  public String description() {
    return "gzip by devdata, level 1";
  }

  @Override
  public String suffix() {
    return ".gz";
  }

  @Override
  public Compressor compressor() {
    return new GzipMember(new FastDeflate());
  }
}
