package org.openedx.devdata.bytes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A byte array that grows, with its length: what renderers write to. It allocates only when it must
 * grow, so one that is reused stops allocating. Mutable, not thread-safe.
 */
public final class OutputBytes {

  private byte[] array;
  private int length;

  public OutputBytes(int capacity) {
    array = new byte[capacity];
  }

  /** The array that holds the bytes; valid up to {@link #length()}, until the next write. */
  public byte[] array() {
    return array;
  }

  /** Returns the number of bytes written so far. */
  public int length() {
    return length;
  }

  /** Cuts the content to its first {@code newLength} bytes. */
  public void truncate(int newLength) {
    length = newLength;
  }

  public void clear() {
    length = 0;
  }

  /** Makes room for that many more bytes and gives the position where they start. */
  public int reserve(int count) {
    int start = length;
    int end = start + count;
    if (array.length < end) {
      grow(end);
    }
    length = end;
    return start;
  }

  /** Moves what is behind a position by so many bytes: forward, or back over what was before it. */
  public void shift(int position, int by) {
    int end = length;
    if (by > 0) {
      reserve(by);
    }
    System.arraycopy(array, position, array, position + by, end - position);
    length = end + by;
  }

  private void grow(int minimum) {
    array = Arrays.copyOf(array, Math.max(array.length * 2, minimum));
  }

  public void put(byte[] bytes) {
    put(bytes, 0, bytes.length);
  }

  public void put(byte[] bytes, int offset, int count) {
    int start = reserve(count);
    System.arraycopy(bytes, offset, array, start, count);
  }

  public void put(byte value) {
    int start = reserve(1);
    array[start] = value;
  }

  /** Adds the characters of an ASCII text, or the UTF-8 form of any other. */
  public void put(String text) {
    put(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a text of ASCII characters, without a copy of it in between. */
  @SuppressWarnings("deprecation") // What it does to other characters does not matter here.
  public void putAscii(String text) {
    int length = text.length();
    int start = reserve(length);
    text.getBytes(0, length, array, start);
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(array, length);
  }

  public void writeTo(OutputStream out) throws IOException {
    out.write(array, 0, length);
  }

  @Override
  public String toString() {
    return new String(array, 0, length, StandardCharsets.UTF_8);
  }
}
