package org.openedx.devdata.sink.lake;

import java.nio.charset.StandardCharsets;

/** Rows on their way into a format, value by value. Mutable, not thread-safe. */
interface LakeRows {

  /** Adds the first {@code length} bytes of an array. */
  void text(int column, byte[] bytes, int length);

  default void text(int column, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    text(column, bytes, bytes.length);
  }

  void int32(int column, int value);

  /** A time in microseconds since 1970, UTC. */
  void moment(int column, long micros);

  void flag(int column, boolean value);

  void uuid(int column, long high, long low);

  void endRow();

  /** Packs what is left, hands everything over, and is ready for other rows of the same table. */
  LakeChunk end();
}
