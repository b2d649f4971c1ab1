package org.openedx.devdata.cli.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Lines of a stream as bytes, so that the one that is not UTF-8 can be named. Line ends are not
 * part of them, nor is a byte order mark. Not thread-safe.
 */
public final class Utf8Lines {

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private int number;

  /**
   * @param in buffered
   */
  public Utf8Lines(InputStream in) {
    this.in = in;
  }

  /** The next line; null at the end. */
  public byte[] next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    int next = in.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      line.write(next);
      next = in.read();
    }
    number++;
    byte[] bytes = line.toByteArray();
    int from = number == 1 && startsWithMark(bytes) ? MARK.length : 0;
    int to =
        bytes.length > from && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
    return from == 0 && to == bytes.length ? bytes : java.util.Arrays.copyOfRange(bytes, from, to);
  }

  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= MARK.length
        && java.util.Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
  }

  /** The number of the last line, from 1. */
  public int number() {
    return number;
  }

  /**
   * The text of a line.
   *
   * @throws CharacterCodingException when it is not UTF-8
   */
  public static String text(byte[] line) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
  }
}
