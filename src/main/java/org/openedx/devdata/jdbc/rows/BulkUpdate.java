package org.openedx.devdata.jdbc.rows;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SqlFailures;
import org.openedx.devdata.jdbc.schema.BoundTable;

/**
 * Updates and deletes many rows of one table by primary key: one statement for up to {@value
 * #ROWS_PER_STATEMENT} rows. Stateless.
 */
public final class BulkUpdate {

  private static final int ROWS_PER_STATEMENT = 500;

  /** Bytes of the key words around a value. */
  private static final int WHEN_THEN = 12;

  private BulkUpdate() {}

  /**
   * A row to update.
   *
   * @param key primary key
   * @param values new values, in the order of the call's columns
   */
  public record Change(Object key, Object[] values) {}

  /**
   * Sets the same columns in many rows, each to its own values.
   *
   * @param columns indexes of the columns to set
   * @throws RowRejectedException naming the first row that the server refuses
   */
  public static void update(
      MySqlDatabase database, BoundTable table, int[] columns, List<Change> changes) {
    int to = 0;
    for (List<Change> portion :
        Portions.of(database, changes, ROWS_PER_STATEMENT, BulkUpdate::bytes)) {
      int from = to;
      to += portion.size();
      try {
        updateOnce(database, table, columns, portion);
      } catch (SQLException refused) {
        if (!SqlFailures.isAboutRows(refused)) {
          throw SqlFailures.explain(
              database.settings().label() + ": update of " + table.table() + " failed", refused);
        }
        throw rejected(database, table, columns, changes, from, to, refused);
      }
    }
  }

  /** Each value stands behind its row's key, and the key once more. */
  private static long bytes(Change change) {
    int keys = change.values().length + 1;
    return keys * (Portions.bytes(change.key()) + WHEN_THEN) + Portions.bytes(change.values());
  }

  /** The statement was refused as a whole and changed nothing: row by row shows which it was. */
  private static RuntimeException rejected(
      MySqlDatabase database,
      BoundTable table,
      int[] columns,
      List<Change> changes,
      int from,
      int to,
      SQLException refused) {
    for (int row = from; row < to; row++) {
      try {
        updateOnce(database, table, columns, changes.subList(row, row + 1));
      } catch (SQLException e) {
        return new RowRejectedException(row, e);
      }
    }
    return SqlFailures.explain(
        database.settings().label() + ": update of " + table.table() + " failed", refused);
  }

  private static void updateOnce(
      MySqlDatabase database, BoundTable table, int[] columns, List<Change> changes)
      throws SQLException {
    String key = table.sqlName(table.table().primaryKeyIndex());
    StringBuilder sql = new StringBuilder("UPDATE ").append(table.sqlName()).append(" SET ");
    for (int i = 0; i < columns.length; i++) {
      sql.append(i == 0 ? "" : ", ")
          .append(table.sqlName(columns[i]))
          .append(" = CASE ")
          .append(key);
      sql.append(" WHEN ? THEN ?".repeat(changes.size())).append(" END");
    }
    sql.append(" WHERE ").append(key).append(" IN (?");
    sql.append(",?".repeat(changes.size() - 1)).append(')');
    try (PreparedStatement statement = database.connection().prepareStatement(sql.toString())) {
      int parameter = 1;
      for (int i = 0; i < columns.length; i++) {
        for (Change change : changes) {
          RowLookup.bind(statement, parameter++, change.key());
          RowLookup.bind(statement, parameter++, change.values()[i]);
        }
      }
      for (Change change : changes) {
        RowLookup.bind(statement, parameter++, change.key());
      }
      statement.executeUpdate();
    }
  }

  /**
   * Deletes the rows whose column has one of the values.
   *
   * @return how many were deleted
   * @throws RowsReferredToException when rows of another table refer to some of them: none of the
   *     statement's is deleted then
   */
  public static long delete(
      MySqlDatabase database, BoundTable table, int column, List<Object> values) {
    long deleted = 0;
    for (List<Object> chunk :
        Portions.of(database, values, RowLookup.KEYS_PER_STATEMENT, Portions::bytes)) {
      String sql =
          "DELETE FROM "
              + table.sqlName()
              + " WHERE "
              + table.sqlName(column)
              + " IN (?"
              + ",?".repeat(chunk.size() - 1)
              + ")";
      try (PreparedStatement statement = database.connection().prepareStatement(sql)) {
        for (int i = 0; i < chunk.size(); i++) {
          RowLookup.bind(statement, i + 1, chunk.get(i));
        }
        deleted += statement.executeLargeUpdate();
      } catch (SQLException e) {
        if (SqlFailures.isReferredTo(e)) {
          throw new RowsReferredToException(e);
        }
        throw SqlFailures.explain(
            database.settings().label() + ": delete from " + table.table() + " failed", e);
      }
    }
    return deleted;
  }
}
