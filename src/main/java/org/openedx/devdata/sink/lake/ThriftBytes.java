package org.openedx.devdata.sink.lake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.openedx.devdata.bytes.OutputBytes;

/**
 * Writes structs in Thrift's compact protocol, which Parquet's headers and footers are in: a field
 * is the distance of its number from the one before and its type in a byte, then its value. Fields
 * come in order of their numbers. Mutable, not thread-safe.
 */
final class ThriftBytes {

  private static final int TRUE = 1;
  private static final int FALSE = 2;
  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;
  private static final int LONG_LIST = 15;

  private final OutputBytes out;
  private final Deque<Integer> outer = new ArrayDeque<>();
  private int last;

  /** Begins a struct. */
  ThriftBytes(OutputBytes out) {
    this.out = out;
  }

  ThriftBytes number(int field, int value) {
    head(field, I32);
    varint(zigzag(value));
    return this;
  }

  ThriftBytes large(int field, long value) {
    head(field, I64);
    varint(zigzag(value));
    return this;
  }

  ThriftBytes flag(int field, boolean value) {
    head(field, value ? TRUE : FALSE);
    return this;
  }

  ThriftBytes text(int field, String value) {
    return binary(field, value.getBytes(StandardCharsets.UTF_8));
  }

  ThriftBytes binary(int field, byte[] value) {
    head(field, BINARY);
    varint(value.length);
    out.put(value);
    return this;
  }

  /** A list of one number. */
  ThriftBytes numbers(int field, int only) {
    list(field, I32, 1);
    varint(zigzag(only));
    return this;
  }

  /** A list of one text. */
  ThriftBytes texts(int field, String only) {
    list(field, BINARY, 1);
    byte[] bytes = only.getBytes(StandardCharsets.UTF_8);
    varint(bytes.length);
    out.put(bytes);
    return this;
  }

  /** A list of structs, each of which is then written between {@link #item} and {@link #end}. */
  ThriftBytes structs(int field, int count) {
    list(field, STRUCT, count);
    return this;
  }

  /** Begins a struct of a list. */
  ThriftBytes item() {
    outer.push(last);
    last = 0;
    return this;
  }

  /** Begins a struct that is a field. */
  ThriftBytes struct(int field) {
    head(field, STRUCT);
    return item();
  }

  /** Ends a struct. */
  ThriftBytes end() {
    out.put((byte) 0);
    last = outer.isEmpty() ? 0 : outer.pop();
    return this;
  }

  private void list(int field, int type, int count) {
    head(field, LIST);
    if (count < LONG_LIST) {
      out.put((byte) (count << 4 | type));
    } else {
      out.put((byte) (LONG_LIST << 4 | type));
      varint(count);
    }
  }

  /** The fields used here are never more than 15 apart. */
  private void head(int field, int type) {
    out.put((byte) (field - last << 4 | type));
    last = field;
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    out.put((byte) rest);
  }

  private static long zigzag(long value) {
    return value << 1 ^ value >> 63;
  }
}
