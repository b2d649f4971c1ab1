package org.openedx.devdata.embedded.clickhouse.statement;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The data of {@code INSERT ... VALUES} on its way into the engine, which takes expressions in it:
 * hands on what the {@link StatementGuard} has seen. Memory is a chunk and the longest token. Not
 * thread-safe.
 */
public final class GuardedValues extends InputStream {

  private static final int CHUNK_BYTES = 1 << 16;

  private final InputStream in;
  private final StatementGuard guard = new StatementGuard();
  private byte[] buffer = new byte[CHUNK_BYTES];
  private int filled;
  private int given;
  private int seen;
  private boolean ended;

  public GuardedValues(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (given == seen && !(ended && seen == filled)) {
      fill();
      look();
    }
    if (given == seen) {
      return -1;
    }
    int count = Math.min(length, seen - given);
    System.arraycopy(buffer, given, target, offset, count);
    given += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void fill() throws IOException {
    System.arraycopy(buffer, given, buffer, 0, filled - given);
    filled -= given;
    seen -= given;
    given = 0;
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int count = in.readNBytes(buffer, filled, buffer.length - filled);
    ended = count < buffer.length - filled;
    filled += count;
  }

  /** A token that touches the end of what is there may go on: it is looked at again. */
  private void look() {
    SqlTokens tokens = new SqlTokens(buffer, filled, seen);
    while (tokens.next() != SqlTokens.Kind.END && (ended || isWhole(tokens))) {
      guard.look(tokens);
      seen = tokens.end();
    }
    if (ended) {
      seen = filled;
    }
  }

  /** A dollar sign may begin a heredoc whose end is still to come. */
  private boolean isWhole(SqlTokens tokens) {
    return tokens.end() < filled && !tokens.is('$');
  }
}
