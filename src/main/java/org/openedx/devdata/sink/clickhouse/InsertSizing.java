package org.openedx.devdata.sink.clickhouse;

import java.util.List;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;

/**
 * How much one insert should carry. Large inserts make few parts, which is what a server wants; but
 * what is in flight is in memory, here and there.
 *
 * @param rows at most
 * @param bytes at most, unpacked
 */
public record InsertSizing(long rows, long bytes) {

  /** Below this, an insert's fixed cost shows. */
  private static final long LEAST_BYTES = 4L << 20;

  /**
   * Above this, an insert gains little: 50,000 statements in one cost the engine a third less CPU
   * than 16,000, because it has fewer parts to merge.
   */
  private static final long MOST_BYTES = 64L << 20;

  /** What a statement takes, id and time included. */
  private static final long STATEMENT_BYTES = 1_200;

  /** How many statements make an insert. */
  public int statements() {
    return (int) Math.min(rows, bytes / STATEMENT_BYTES);
  }

  /**
   * Asks the server for the block it likes.
   *
   * @param memory bytes that batches in memory may take here
   * @param inFlight inserts at a time; one more is being filled
   */
  public static InsertSizing of(ClickHouse server, long memory, int inFlight) {
    List<List<String>> rows =
        server.rows(
            "SELECT maxIf(toUInt64(value), name = 'max_insert_block_size'), maxIf(toUInt64(value), name = 'min_insert_block_size_bytes') FROM system.settings WHERE name IN ('max_insert_block_size', 'min_insert_block_size_bytes')");
    return of(
        Long.parseLong(rows.get(0).get(0)), Long.parseLong(rows.get(0).get(1)), memory, inFlight);
  }

  static InsertSizing of(long blockRows, long blockBytes, long memory, int inFlight) {
    long share = memory / (inFlight + 1);
    long wanted = blockBytes == 0 ? MOST_BYTES : Math.min(blockBytes, MOST_BYTES);
    return new InsertSizing(Math.max(1, blockRows), Math.max(LEAST_BYTES, Math.min(wanted, share)));
  }
}
