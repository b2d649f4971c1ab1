package org.openedx.devdata.sink.file;

import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.sink.BlockWriter;
import org.openedx.devdata.sink.codec.Compressor;

/**
 * Writes rows as text and packs the text whenever there is enough of it. Mutable, not thread-safe.
 */
public abstract class PackedWriter implements BlockWriter {

  /** Size of a piece before packing: a larger one packs hardly better, a smaller one worse. */
  private static final int PIECE = 1 << 20;

  /** Lines that are not packed yet. */
  protected final OutputBytes lines = new OutputBytes(PIECE + (1 << 16));

  private final Compressor compressor;
  private OutputBytes target;

  protected PackedWriter(Compressor compressor) {
    this.compressor = compressor;
  }

  /** Begins a block. */
  final void begin(OutputBytes newTarget) {
    target = newTarget;
    lines.clear();
  }

  /** Packs what is left. */
  final void end() {
    if (lines.length() > 0) {
      compressor.compress(lines.array(), lines.length(), target);
      lines.clear();
    }
  }

  /** To be called after each row. */
  protected final void rowEnded() {
    if (lines.length() >= PIECE) {
      end();
    }
  }
}
