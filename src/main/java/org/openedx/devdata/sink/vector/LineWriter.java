package org.openedx.devdata.sink.vector;

import java.nio.charset.StandardCharsets;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.sink.StreamWriter;
import org.openedx.devdata.sink.codec.Compressor;
import org.openedx.devdata.sink.file.PackedWriter;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementRenderer;

/**
 * Statements as lines in the form that Aspects' rule for Vector takes apart: {@code ^.*
 * \[xapi_tracking\] [^{}]* (?P<tracking_message>\{.*\})$}. Mutable, not thread-safe.
 */
final class LineWriter extends PackedWriter implements StreamWriter {

  private static final byte[] BEFORE = " [xapi_tracking] [] ".getBytes(StandardCharsets.US_ASCII);

  LineWriter(Compressor compressor) {
    super(compressor);
  }

  @Override
  public void statement(StatementData data, OutputBytes json, StatementRenderer renderer) {
    lines.put(BEFORE);
    lines.put(json.array(), 0, json.length());
    lines.put((byte) '\n');
    rowEnded();
  }
}
