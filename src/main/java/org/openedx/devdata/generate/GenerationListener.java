package org.openedx.devdata.generate;

import org.openedx.devdata.world.dump.DumpTable;

/** Hears how a run goes on, from any thread. Implementations are thread-safe and quick. */
public interface GenerationListener {

  /** Hears nothing. */
  GenerationListener SILENT =
      new GenerationListener() {
        @Override
        public void began(DumpTable table, long rows) {
          // Silent.
        }

        @Override
        public void advanced(DumpTable table, long rows, long written) {
          // Silent.
        }

        @Override
        public void ended(DumpTable table) {
          // Silent.
        }

        @Override
        public void failed(DumpTable table, long rows, String reason) {
          // Silent.
        }
      };

  /** A table begins; {@code rows} is how many are still expected, -1 when unknown. */
  void began(DumpTable table, long rows);

  /** Rows have arrived, as so many bytes. */
  void advanced(DumpTable table, long rows, long written);

  /**
   * A block has arrived.
   *
   * @param makeNanos how long it took to make
   * @param deliverNanos how long it took from there until it had arrived
   */
  default void timed(DumpTable table, int block, long rows, long makeNanos, long deliverNanos) {
    // Few want to know.
  }

  void ended(DumpTable table);

  /** Rows could not be delivered. */
  void failed(DumpTable table, long rows, String reason);
}
