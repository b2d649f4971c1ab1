package org.openedx.devdata.jdbc.clickhouse;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A stream that remembers its last bytes, where a server writes why it ends. Not thread-safe. */
final class TailInput extends FilterInputStream {

  private static final int REMEMBERED = 1 << 14;

  private final byte[] last = new byte[REMEMBERED];
  private long count;

  TailInput(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    if (one >= 0) {
      last[(int) (count++ % REMEMBERED)] = (byte) one;
    }
    return one;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int got = super.read(target, offset, length);
    for (int i = Math.max(0, got - REMEMBERED); i < got; i++) {
      last[(int) ((count + i) % REMEMBERED)] = target[offset + i];
    }
    count += Math.max(0, got);
    return got;
  }

  /** Reads up to the end, and returns the last bytes as text. */
  String end() throws IOException {
    byte[] rest = new byte[REMEMBERED];
    while (read(rest, 0, rest.length) >= 0) {
      // Only the end matters.
    }
    int length = (int) Math.min(count, REMEMBERED);
    byte[] end = new byte[length];
    for (int i = 0; i < length; i++) {
      end[i] = last[(int) ((count - length + i) % REMEMBERED)];
    }
    return new String(end, StandardCharsets.UTF_8);
  }
}
