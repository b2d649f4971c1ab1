package org.openedx.devdata.sink.delivery;

import org.openedx.devdata.jdbc.clickhouse.RowBinaryBody;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Unit of delivery, in a form of its own, whatever the server: rows of a table with all its
 * columns, in ClickHouse's RowBinary format.
 *
 * @param run names the run that made it: the same for the same configuration and seed; letters,
 *     digits, {@code . _ -}
 * @param table what the rows are
 * @param number of the block of the table that it is
 * @param rows how many rows
 * @param body the rows; written once for each try, so it must be able to repeat itself
 */
public record Batch(String run, DumpTable table, int number, long rows, RowBinaryBody body) {

  public Batch {
    if (!run.matches("[A-Za-z0-9._-]{1,150}")) {
      throw new IllegalArgumentException(
          "run '%s' of a batch; expected letters, digits, '.', '_', '-'".formatted(run));
    }
  }

  /** A batch whose rows are in memory. The array must not change before the batch is delivered. */
  public static Batch of(
      String run, DumpTable table, int number, long rows, byte[] bytes, int length) {
    return new Batch(run, table, number, rows, out -> out.write(bytes, 0, length));
  }

  /** Names the batch: the same rows always have the same token, other rows another one. */
  public String token() {
    return run + "-" + table + "-" + number;
  }
}
