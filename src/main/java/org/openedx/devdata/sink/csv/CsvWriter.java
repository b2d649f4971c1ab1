package org.openedx.devdata.sink.csv;

import org.openedx.devdata.bytes.Decimal;
import org.openedx.devdata.bytes.Hexadecimal;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.bytes.Quoting;
import org.openedx.devdata.sink.codec.Compressor;
import org.openedx.devdata.sink.file.PackedWriter;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementRenderer;

/**
 * Rows as CSV: commas, quotation marks only where needed and doubled inside, lines ended by CR LF,
 * no header. Mutable, not thread-safe.
 */
final class CsvWriter extends PackedWriter {

  private static final byte[] BEFORE_EVENT = {',', '"'};
  private static final byte[] AFTER_EVENT = {'"', '\r', '\n'};
  private static final byte[] LINE_END = {'\r', '\n'};

  private boolean first = true;

  CsvWriter(Compressor compressor) {
    super(compressor);
  }

  @Override
  public void statement(StatementData data, OutputBytes json, StatementRenderer renderer) {
    renderer.putId(data, lines);
    lines.put((byte) ',');
    renderer.putTime(lines);
    lines.put(BEFORE_EVENT);
    renderer.render(data, Quoting.CSV, lines);
    lines.put(AFTER_EVENT);
    rowEnded();
  }

  @Override
  public void text(String value) {
    separate();
    if (value.indexOf(',') >= 0 || value.indexOf('"') >= 0 || hasLineEnd(value)) {
      lines.put((byte) '"');
      lines.put(value.replace("\"", "\"\""));
      lines.put((byte) '"');
    } else {
      lines.put(value);
    }
  }

  @Override
  public void number(int value) {
    separate();
    Decimal.putInt(lines, value);
  }

  @Override
  public void noNumber() {
    separate();
  }

  @Override
  public void flag(boolean value) {
    separate();
    lines.put(value ? "True" : "False");
  }

  @Override
  public void uuid(long high, long low) {
    separate();
    int start = lines.reserve(36);
    Hexadecimal.putUuid(high, low, lines.array(), start);
  }

  @Override
  public void endRow() {
    lines.put(LINE_END);
    first = true;
    rowEnded();
  }

  private void separate() {
    if (!first) {
      lines.put((byte) ',');
    }
    first = false;
  }

  private static boolean hasLineEnd(String value) {
    return value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0;
  }
}
