package org.openedx.devdata.sink.clickhouse;

import java.util.List;
import org.openedx.devdata.jdbc.clickhouse.RowBinaryBody;
import org.openedx.devdata.jdbc.clickhouse.TableName;

/**
 * What one insert carries.
 *
 * @param table where it goes
 * @param columns what a row holds, in order
 * @param rows how many rows
 * @param token names the batch: the same rows always have the same token, other rows another one;
 *     letters, digits, {@code . _ -}
 * @param body the rows; written once for each try, so it must be able to repeat itself
 */
public record InsertBatch(
    TableName table, List<String> columns, long rows, String token, RowBinaryBody body) {

  public InsertBatch {
    columns = List.copyOf(columns);
    if (!token.matches("[A-Za-z0-9._-]{1,200}")) {
      throw new IllegalArgumentException(
          "token '%s' of a batch; expected letters, digits, '.', '_', '-'".formatted(token));
    }
  }

  /** A batch whose rows are in memory. The array must not change before the batch is delivered. */
  public static InsertBatch of(
      TableName table, List<String> columns, long rows, String token, byte[] bytes, int length) {
    return new InsertBatch(table, columns, rows, token, out -> out.write(bytes, 0, length));
  }
}
