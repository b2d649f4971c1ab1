package org.openedx.devdata.answers;

import java.nio.charset.StandardCharsets;
import org.openedx.devdata.answers.figure.AnswerTable;
import org.openedx.devdata.answers.figure.Rows;
import org.openedx.devdata.bytes.Decimal;
import org.openedx.devdata.bytes.MomentText;
import org.openedx.devdata.bytes.OutputBytes;

/**
 * Rows as CSV: commas, quotation marks where a value needs them, lines ended by LF. Mutable, not
 * thread-safe.
 */
public final class CsvRows implements Rows {

  /** Length of a moment to the second. */
  private static final int SECONDS = 19;

  private final MomentText moments = new MomentText();
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
    int length = value.length();
    int start = lines.reserve(length);
    byte[] array = lines.array();
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c >= 128) {
        lines.truncate(start);
        lines.put("\"" + value.replace("\"", "\"\"") + "\"");
        return;
      }
      array[start + i] = (byte) c;
    }
  }

  @Override
  public void moment(long micros) {
    separate();
    int start = lines.length();
    int room = lines.reserve(MomentText.LONGEST);
    moments.put(micros, ' ', lines.array(), room);
    lines.truncate(start + SECONDS);
  }

  @Override
  public void number(long value) {
    separate();
    Decimal.putInt(lines, value);
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
