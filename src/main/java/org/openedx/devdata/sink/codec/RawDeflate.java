package org.openedx.devdata.sink.codec;

import org.openedx.devdata.bytes.OutputBytes;

/** Makes streams of the deflate format (RFC 1951), one of each piece. Not thread-safe. */
interface RawDeflate extends AutoCloseable {

  /** Adds the deflated form of the first {@code length} bytes to the target. */
  void deflate(byte[] source, int length, OutputBytes target);

  @Override
  void close();
}
