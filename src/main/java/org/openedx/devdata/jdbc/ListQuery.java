package org.openedx.devdata.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Queries by a list of values, some hundred values at a time; for tables that are not described.
 */
public final class ListQuery {

  private static final int VALUES_TOGETHER = 1_000;

  private ListQuery() {}

  /**
   * Reads rows.
   *
   * @param query with {@code IN (<values>)}
   * @param taker takes each row's columns as texts, null for NULL
   */
  public static void rows(
      MySqlDatabase database,
      String query,
      Collection<String> values,
      Consumer<List<String>> taker) {
    List<String> all = List.copyOf(values);
    for (int from = 0; from < all.size(); from += VALUES_TOGETHER) {
      List<String> some = all.subList(from, Math.min(from + VALUES_TOGETHER, all.size()));
      database
          .handle()
          .createQuery(query)
          .bindList("values", some)
          .map(
              (row, context) -> {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                  columns.add(row.getString(i));
                }
                return columns;
              })
          .forEach(taker);
    }
  }
}
