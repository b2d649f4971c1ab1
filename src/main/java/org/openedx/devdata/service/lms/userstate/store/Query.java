package org.openedx.devdata.service.lms.userstate.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SqlFailures;
import org.openedx.devdata.jdbc.table.ColumnValues;

/** One query of the client. Stateless. */
final class Query {

  private Query() {}

  /** Makes an item of the current row. */
  @FunctionalInterface
  interface Item<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** Reads all rows of a bounded query. */
  static <T> List<T> list(MySqlDatabase database, String sql, List<?> parameters, Item<T> item) {
    try (PreparedStatement statement = database.handle().getConnection().prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        Object value = parameters.get(i);
        if (value instanceof Long number) {
          statement.setLong(i + 1, number);
        } else {
          statement.setString(i + 1, ColumnValues.text(value));
        }
      }
      List<T> items = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          items.add(item.of(result));
        }
      }
      return items;
    } catch (SQLException e) {
      throw SqlFailures.explain(database.settings().label() + ": reading learner state failed", e);
    }
  }

  /** {@code (?,?,?)} as often as asked, with commas. */
  static String tuples(int width, int count) {
    String tuple = width == 1 ? "?" : "(?" + ",?".repeat(width - 1) + ")";
    return tuple + ("," + tuple).repeat(count - 1);
  }
}
