package org.openedx.devdata.sink.codec;

import org.openedx.devdata.bytes.OutputBytes;

/** No compression. Immutable. */
record NoCodec() implements Codec {

  @Override
  public String description() {
    return "none";
  }

  @Override
  public String suffix() {
    return "";
  }

  @Override
  public Compressor compressor() {
    return new Compressor() {
      @Override
      public void compress(byte[] source, int length, OutputBytes target) {
        target.put(source, 0, length);
      }

      @Override
      public void close() {
        // Nothing is held.
      }
    };
  }
}
