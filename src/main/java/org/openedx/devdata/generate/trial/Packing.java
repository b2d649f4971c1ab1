package org.openedx.devdata.generate.trial;

import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.bytes.Quoting;
import org.openedx.devdata.sink.StreamWriter;
import org.openedx.devdata.sink.codec.Compressor;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementRenderer;

/** Codes rows as a back end would, and forgets them. Not thread-safe. */
final class Packing implements StreamWriter {

  private final Quoting quoting;
  private final Compressor compressor;
  private final OutputBytes rows = new OutputBytes(1 << 20);
  private final OutputBytes packed = new OutputBytes(1 << 20);

  Packing(Quoting quoting, Compressor compressor) {
    this.quoting = quoting;
    this.compressor = compressor;
  }

  @Override
  public void statement(StatementData data, OutputBytes json, StatementRenderer renderer) {
    if (quoting == Quoting.CSV) {
      renderer.render(data, quoting, rows);
    } else {
      rows.put(json.array(), 0, json.length());
    }
  }

  @Override
  public void line(long micros, OutputBytes line) {
    rows.put(line.array(), 0, line.length());
  }

  /** Packs the rows that have come. */
  void pack() {
    compressor.compress(rows.array(), rows.length(), packed);
    rows.clear();
  }

  /** Size in bytes of all that was packed. */
  long packed() {
    return packed.length();
  }
}
