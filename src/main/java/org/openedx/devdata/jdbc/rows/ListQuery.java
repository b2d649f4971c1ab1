package org.openedx.devdata.jdbc.rows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.mapper.RowMapper;
import org.openedx.devdata.jdbc.MySqlDatabase;

/**
 * Queries by a list of values, some hundred values at a time, fewer where they are long; for tables
 * that are not described.
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
    rows(
        database,
        query,
        values,
        (row, context) -> {
          List<String> columns = new ArrayList<>();
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            columns.add(row.getString(i));
          }
          return columns;
        },
        taker);
  }

  /**
   * Reads rows.
   *
   * @param query with {@code IN (<values>)}
   * @param mapper makes something of each row
   */
  public static <T> void rows(
      MySqlDatabase database,
      String query,
      Collection<String> values,
      RowMapper<T> mapper,
      Consumer<T> taker) {
    for (List<String> some :
        Portions.of(database, List.copyOf(values), VALUES_TOGETHER, Portions::bytes)) {
      database.handle().createQuery(query).bindList("values", some).map(mapper).forEach(taker);
    }
  }
}
