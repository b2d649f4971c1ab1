package org.openedx.devdata.answers;

import java.nio.charset.StandardCharsets;
import org.openedx.devdata.answers.figure.AnswerTable;
import org.openedx.devdata.answers.figure.Rows;
import org.openedx.devdata.bytes.Decimal;
import org.openedx.devdata.bytes.OutputBytes;

/**
 * Rows as CSV: commas, quotation marks where a value needs them, lines ended by LF. Mutable, not
 * thread-safe.
 */
public final class CsvRows implements Rows {

  private final OutputBytes lines = new OutputBytes(1 << 10);
  private boolean first = true;
  private long rows;

  /** The line with the names of a table's columns. */
  public static byte[] header(AnswerTable table) {
    return (String.join(",", table.columns()) + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void text(String value) {
    separate();
    if (value.indexOf(',') >= 0 || value.indexOf('"') >= 0 || value.indexOf('\n') >= 0) {
      lines.put("\"" + value.replace("\"", "\"\"") + "\"");
    } else {
      lines.put(value);
    }
  }

  @Override
  public void number(long value) {
    separate();
    if (value == (int) value) {
      Decimal.putInt(lines, (int) value);
    } else {
      lines.put(Long.toString(value));
    }
  }

  @Override
  public void end() {
    lines.put((byte) '\n');
    first = true;
    rows++;
  }

  private void separate() {
    if (!first) {
      lines.put((byte) ',');
    }
    first = false;
  }

  /** The lines so far; valid until the next one. */
  public OutputBytes lines() {
    return lines;
  }

  /** Number of rows so far. */
  public long rows() {
    return rows;
  }
}
