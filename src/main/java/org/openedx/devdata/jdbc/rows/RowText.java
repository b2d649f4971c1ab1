package org.openedx.devdata.jdbc.rows;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Iterator;
import org.openedx.devdata.jdbc.table.ColumnValues;

/**
 * Rows in the text form of {@code LOAD DATA}: tab between fields, line feed after rows, backslash
 * escapes, {@code \N} for NULL, UTF-8. Renders a row when the driver asks for its bytes, so that
 * memory does not grow with the number of rows. Not thread-safe.
 */
final class RowText extends InputStream {

  /** Bytes that the driver gets at once, and the server in a packet. */
  private static final int PACKET = 48 * 1024;

  private final Iterator<Object[]> rows;
  private byte[] buffer = new byte[PACKET + 16 * 1024];
  private int position;
  private int limit;

  /** Most rows of a run carry the same moment, that of the run clock. */
  private LocalDateTime lastMoment = LocalDateTime.MIN;

  private String lastMomentText = "";

  /**
   * @param rows values in the order of the statement's columns
   */
  RowText(Iterator<Object[]> rows) {
    this.rows = rows;
  }

  @Override
  public int read() {
    return fill() ? buffer[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, limit - position);
    System.arraycopy(buffer, position, target, offset, count);
    position += count;
    return count;
  }

  private boolean fill() {
    if (position < limit) {
      return true;
    }
    position = 0;
    limit = 0;
    while (limit < PACKET && rows.hasNext()) {
      render(rows.next());
    }
    return limit > 0;
  }

  private void render(Object[] row) {
    for (int i = 0; i < row.length; i++) {
      if (i > 0) {
        append((byte) '\t');
      }
      if (row[i] == null) {
        append((byte) '\\');
        append((byte) 'N');
      } else {
        append(text(row[i]));
      }
    }
    append((byte) '\n');
  }

  private String text(Object value) {
    if (value instanceof LocalDateTime moment) {
      if (!moment.equals(lastMoment)) {
        lastMoment = moment;
        lastMomentText = ColumnValues.datetime(moment);
      }
      return lastMomentText;
    }
    return ColumnValues.text(value);
  }

  private void append(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character >= 0x80) {
        appendEscaped(text.substring(i).getBytes(StandardCharsets.UTF_8));
        return;
      }
      appendEscaped((byte) character);
    }
  }

  private void appendEscaped(byte[] bytes) {
    for (byte one : bytes) {
      appendEscaped(one);
    }
  }

  private void appendEscaped(byte one) {
    switch (one) {
      case '\\', '\t', '\n' -> {
        append((byte) '\\');
        append(one);
      }
      case 0 -> {
        append((byte) '\\');
        append((byte) '0');
      }
      default -> append(one);
    }
  }

  private void append(byte one) {
    if (limit == buffer.length) {
      buffer = java.util.Arrays.copyOf(buffer, buffer.length * 2);
    }
    buffer[limit++] = one;
  }
}
