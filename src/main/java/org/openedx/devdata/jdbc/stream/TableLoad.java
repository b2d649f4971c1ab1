package org.openedx.devdata.jdbc.stream;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.jdbc.catalog.CatalogColumn;
import org.openedx.devdata.jdbc.rows.LocalInfile;
import org.openedx.devdata.jdbc.table.Ddl;

/**
 * Loads lines of {@link TableStream} into a table, byte for byte. Stateless.
 *
 * <p>{@code LOAD DATA LOCAL} turns errors into warnings and skips rows: whoever loads compares
 * {@link Loaded#rows} with what was sent.
 */
public final class TableLoad {

  private TableLoad() {}

  /**
   * Outcome of a load.
   *
   * @param rows that the table took
   * @param warnings what the server remarked, such as a value that it changed; the first few
   */
  public record Loaded(long rows, List<String> warnings) {}

  /**
   * Makes a session one that takes values as they are: keys that are 0, dates that are zero or do
   * not exist, rows whose parents are not there yet.
   */
  public static void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO,ALLOW_INVALID_DATES',"
              + " foreign_key_checks = 0, unique_checks = 0, time_zone = '+00:00'");
    }
  }

  /**
   * Loads.
   *
   * @param connection {@link #prepare prepared}
   * @param columns of the lines, in order; null for fields that the table has no column for
   */
  public static Loaded load(
      Connection connection, String table, List<CatalogColumn> columns, InputStream lines)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      long rows =
          takesLocalInfile(statement)
              ? LocalInfile.load(statement, statement(table, columns), lines)
              : new InsertLoad(statement, table, columns).load(lines);
      return new Loaded(rows, warnings(statement));
    }
  }

  private static boolean takesLocalInfile(Statement statement) throws SQLException {
    try (ResultSet result = statement.executeQuery("SELECT @@local_infile")) {
      return result.next() && result.getInt(1) == 1;
    }
  }

  private static String statement(String table, List<CatalogColumn> columns) {
    List<String> targets = new ArrayList<>();
    List<String> sets = new ArrayList<>();
    for (CatalogColumn column : columns) {
      if (column == null) {
        targets.add("@v" + targets.size());
        continue;
      }
      String name = Ddl.quote(column.name());
      if (column.isMadeOfText()) {
        String variable = "@v" + targets.size();
        targets.add(variable);
        sets.add(name + " = CONVERT(" + variable + " USING utf8mb4)");
      } else {
        targets.add(name);
      }
    }
    return "LOAD DATA LOCAL INFILE 'devdata' INTO TABLE "
        + Ddl.quote(table)
        + " CHARACTER SET binary FIELDS TERMINATED BY '\\t' ESCAPED BY '\\\\' LINES TERMINATED BY '\\n' ("
        + String.join(", ", targets)
        + ")"
        + (sets.isEmpty() ? "" : " SET " + String.join(", ", sets));
  }

  private static List<String> warnings(Statement statement) throws SQLException {
    List<String> warnings = new ArrayList<>();
    try (ResultSet result = statement.executeQuery("SHOW WARNINGS LIMIT 5")) {
      while (result.next()) {
        warnings.add(result.getString(3));
      }
    }
    return warnings;
  }
}
