package org.openedx.devdata.jdbc.rows;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.schema.LiveColumn;
import org.openedx.devdata.jdbc.table.Ddl;

/** Reads whole tables in the order of their primary keys, a page at a time. Stateless. */
public final class RowPages {

  private RowPages() {}

  /**
   * The next rows of a table that fit a filter.
   *
   * @param after primary key of the row before them; null for the first page
   * @return values by column index, see {@link org.openedx.devdata.jdbc.table.ColumnValues}; null
   *     for columns that this database lacks
   */
  public static List<Object[]> page(
      MySqlDatabase database, BoundTable table, RowFilter filter, Object after, int size) {
    int[] columns = IntStream.range(0, table.table().columns().size()).filter(table::has).toArray();
    String key = "t." + table.sqlName(table.table().primaryKeyIndex());
    String sql =
        "SELECT %s FROM %s t WHERE %s%s ORDER BY %s LIMIT %d"
            .formatted(
                IntStream.of(columns)
                    .mapToObj(column -> "t." + table.sqlName(column))
                    .collect(Collectors.joining(", ")),
                table.sqlName(),
                filter.sql(),
                after == null ? "" : " AND " + key + " > ?",
                key,
                size);
    List<Object[]> page = new ArrayList<>();
    database.reading(
        table.table(),
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, filter, after);
            try (ResultSet result = statement.executeQuery()) {
              while (result.next()) {
                Object[] read = RowLookup.row(result, table, columns);
                Object[] row = new Object[table.table().columns().size()];
                for (int i = 0; i < columns.length; i++) {
                  row[columns[i]] = read[i];
                }
                page.add(row);
              }
            }
          }
        });
    return page;
  }

  private static void bind(PreparedStatement statement, RowFilter filter, Object after)
      throws java.sql.SQLException {
    for (int i = 0; i < filter.values().size(); i++) {
      statement.setString(i + 1, filter.values().get(i));
    }
    if (after != null) {
      RowLookup.bind(statement, filter.values().size() + 1, after);
    }
  }

  /** Counts the rows of a table. */
  public static long count(MySqlDatabase database, String table) {
    return number(database, "SELECT COUNT(*) FROM " + Ddl.quote(table));
  }

  /** Counts the rows of a table that have a value in a column. */
  public static long count(MySqlDatabase database, String table, LiveColumn column) {
    String name = Ddl.quote(column.name());
    return number(
        database,
        "SELECT COUNT(*) FROM %s WHERE %s IS NOT NULL%s"
            .formatted(
                Ddl.quote(table),
                name,
                column.charset().isEmpty() ? "" : " AND " + name + " <> ''"));
  }

  private static long number(MySqlDatabase database, String query) {
    return database.handle().createQuery(query).mapTo(Long.class).one();
  }
}
