package org.openedx.devdata.sink.codec;

/** A compression. Immutable; thread-safe. */
public interface Codec {

  /** Description for people and manifests, such as {@code gzip by isa-l, level 1}. */
  String description();

  /** The ending of file names, such as {@code .gz}; empty for none. */
  String suffix();

  /** A compressor for one thread. */
  Compressor compressor();
}
