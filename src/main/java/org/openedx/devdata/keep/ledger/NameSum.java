package org.openedx.devdata.keep.ledger;

import java.util.List;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.spec.Collation;

/**
 * Sums of natural keys: a row that has another name than when it was noted is another row now.
 * Stateless.
 */
final class NameSum {

  private static final RandomStream SUMS = RandomStream.of(0).derive("names");

  private NameSum() {}

  /** The sum of a row's natural key; 0 where its table has none. */
  static int of(Row row) {
    Table table = row.table();
    List<String> columns = table.naturalKey();
    if (columns.isEmpty()) {
      return 0;
    }
    long sum = 0;
    for (String column : columns) {
      Object value = row.resolved(column);
      sum = sum * 31 + (value instanceof Long number ? SUMS.at(number) : SUMS.at(text(value)));
    }
    int folded = (int) (sum ^ (sum >>> 32));
    return folded == 0 ? 1 : folded;
  }

  private static String text(Object value) {
    return value instanceof String text ? Collation.fold(text) : ColumnValues.text(value);
  }
}
