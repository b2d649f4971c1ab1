package org.openedx.devdata.sink.codec;

import org.openedx.devdata.bytes.OutputBytes;

/** Compresses pieces, each readable alone. Mutable, not thread-safe. */
public interface Compressor extends AutoCloseable {

  /** Adds the compressed form of the first {@code length} bytes to the target. */
  void compress(byte[] source, int length, OutputBytes target);

  @Override
  void close();
}
