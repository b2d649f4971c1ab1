package org.openedx.devdata.jdbc.clickhouse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.openedx.devdata.net.WebAnswer;

/**
 * Lines of a result that ends with a mark of its own, so that one that was cut is seen: HTTP does
 * not show it when a proxy cuts, and a server that fails half-way writes its error behind the rows.
 * Where there can be no mark, the end is where HTTP has it, unless a line is cut or the last ones
 * are an error. Not thread-safe.
 */
final class MarkedLines {

  /** No row of escaped cells looks like this. */
  static final String MARK = "\\.";

  private static final int MAX_LINE_BYTES = 1 << 26;
  private static final int LINES_OF_AN_ERROR = 8;
  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final boolean marked;
  private final long maxBytes;
  private final Function<String, ClickHouseException> failures;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
  private final Deque<String> last = new ArrayDeque<>();
  private int at;
  private int end;
  private long read;

  /**
   * @param marked whether there must be a mark at the end
   * @param maxBytes of all lines together
   * @param failures makes the failure of a result whose last lines are these
   */
  MarkedLines(
      InputStream in,
      boolean marked,
      long maxBytes,
      Function<String, ClickHouseException> failures) {
    this.in = in;
    this.marked = marked;
    this.maxBytes = maxBytes;
    this.failures = failures;
  }

  /** The next line; null behind the last. */
  String next() throws IOException {
    String next = line();
    if (!marked) {
      if (next == null && (line.size() > 0 || last.stream().anyMatch(ServerAnswer::isError))) {
        throw broken();
      }
      return next;
    }
    if (MARK.equals(next) && !fill()) {
      return null;
    }
    if (next == null || next.equals(MARK)) {
      throw broken();
    }
    return next;
  }

  /** The failure of a result in which a line is none of its rows: what stands at its end. */
  ClickHouseException broken() throws IOException {
    String rest = line();
    while (rest != null) {
      rest = line();
    }
    return failures.apply(String.join("\n", last));
  }

  /** The line of names, which is there when there are no rows, too. */
  String names() throws IOException {
    String names = next();
    if (names == null) {
      throw broken();
    }
    return names;
  }

  /** As {@link #next}, for statements that may have no rows: null, too, when there is nothing. */
  String nextIfAny() throws IOException {
    if (!fill()) {
      return null;
    }
    return next();
  }

  /** A line without its end; null when nothing follows. What follows without an end is no line. */
  private String line() throws IOException {
    line.reset();
    while (fill()) {
      int from = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      line.write(buffer, from, at - from);
      if (line.size() > MAX_LINE_BYTES) {
        throw WebAnswer.tooLong(MAX_LINE_BYTES);
      }
      if (at < end) {
        at++;
        String text = line.toString(StandardCharsets.UTF_8);
        remember(text);
        return text;
      }
    }
    if (line.size() > 0) {
      remember(line.toString(StandardCharsets.UTF_8));
    }
    return null;
  }

  private void remember(String text) {
    last.addLast(text);
    if (last.size() > LINES_OF_AN_ERROR) {
      last.removeFirst();
    }
  }

  private boolean fill() throws IOException {
    if (at < end) {
      return true;
    }
    at = 0;
    end = Math.max(0, in.read(buffer));
    read += end;
    if (read > maxBytes) {
      throw WebAnswer.tooLong(maxBytes);
    }
    return end > 0;
  }
}
