package org.openedx.devdata.sink.delivery;

import org.openedx.devdata.jdbc.clickhouse.RowBinaryBody;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * What is delivered as a whole, in a form of its own, whatever the server: rows of a table with all
 * its columns, in ClickHouse's RowBinary format.
 *
 * @param table what the rows are
 * @param rows how many rows
 * @param token names the batch: the same rows always have the same token, other rows another one;
 *     letters, digits, {@code . _ -}
 * @param body the rows; written once for each try, so it must be able to repeat itself
 */
public record Batch(DumpTable table, long rows, String token, RowBinaryBody body) {

  public Batch {
    if (!token.matches("[A-Za-z0-9._-]{1,200}")) {
      throw new IllegalArgumentException(
          "token '%s' of a batch; expected letters, digits, '.', '_', '-'".formatted(token));
    }
  }

  /** A batch whose rows are in memory. The array must not change before the batch is delivered. */
  public static Batch of(DumpTable table, long rows, String token, byte[] bytes, int length) {
    return new Batch(table, rows, token, out -> out.write(bytes, 0, length));
  }
}
