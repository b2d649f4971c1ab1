package org.openedx.devdata.jdbc.rows;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.HiddenTables;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SqlFailures;
import org.openedx.devdata.jdbc.catalog.Catalog;
import org.openedx.devdata.jdbc.catalog.CatalogReader;
import org.openedx.devdata.jdbc.catalog.CatalogReference;
import org.openedx.devdata.jdbc.catalog.CatalogTable;
import org.openedx.devdata.jdbc.table.Companion;
import org.openedx.devdata.jdbc.table.Ddl;

/**
 * Removal of rows that depend on others, of whatever tables a database has: some statements a table
 * and some thousand values, never one a row. Counts what it removes. Not thread-safe.
 */
public final class Dependents {

  private static final int VALUES_PER_STATEMENT = 2_000;

  private final MySqlDatabase database;
  private final Map<String, Long> removed = new LinkedHashMap<>();

  /** Values by which rows were asked for, so that a circle has an end. */
  private final Map<List<String>, Set<List<Object>>> asked = new LinkedHashMap<>();

  private Catalog catalog;

  public Dependents(MySqlDatabase database) {
    this.database = database;
  }

  /** Rows removed so far, by table. */
  public Map<String, Long> removed() {
    return removed;
  }

  private Catalog catalog() {
    if (catalog == null) {
      // The server keeps rows to which those of a table refer that this account does not see.
      catalog = CatalogReader.readSeen(database.connection(), database.settings().label());
    }
    return catalog;
  }

  /**
   * Removes rows that go with others, where the database has their table.
   *
   * @param keys primary keys of the others
   * @param all whether what refers to them goes, too
   * @throws org.openedx.devdata.jdbc.DatabaseException when the table is hidden from the account
   * @throws RowsReferredToException when rows of another table refer to some of them
   */
  public void remove(Companion companion, List<Object> keys, boolean all) {
    CatalogTable table = catalog().table(companion.table()).orElse(null);
    if (table == null || table.column(companion.column()).isEmpty()) {
      HiddenTables.of(database, List.of(companion.table())).requireNone();
      return;
    }
    List<String> columns = List.of(companion.column());
    List<List<Object>> values = keys.stream().map(List::of).toList();
    if (table.column(companion.released()).isPresent()) {
      String release = " SET " + Ddl.quote(companion.released()) + " = NULL";
      each(values, some -> execute("UPDATE", table.name(), release, columns, some));
    } else if (all) {
      removeAll(table.name(), columns, values);
    } else {
      each(values, some -> delete(table.name(), columns, some));
    }
  }

  /**
   * Removes rows by values of their columns, and before them all that refers to them by foreign
   * keys, at any distance.
   *
   * @throws RowsReferredToException when rows refer to each other in a circle
   */
  public void removeAll(String table, List<String> columns, List<List<Object>> values) {
    Set<List<Object>> known = asked.computeIfAbsent(key(table, columns), any -> new HashSet<>());
    List<List<Object>> fresh = values.stream().filter(known::add).toList();
    for (Catalog.Referrer referrer : catalog().referrers(table)) {
      CatalogReference reference = referrer.reference();
      List<List<Object>> targets = new ArrayList<>();
      each(fresh, some -> targets.addAll(select(table, reference.targets(), columns, some)));
      if (!targets.isEmpty()) {
        removeAll(referrer.table().name(), reference.columns(), targets);
      }
    }
    each(fresh, some -> delete(table, columns, some));
  }

  private static List<String> key(String table, List<String> columns) {
    List<String> key = new ArrayList<>(columns);
    key.add(table);
    return key;
  }

  private interface Statement {
    void with(List<List<Object>> values);
  }

  private void each(List<List<Object>> values, Statement statement) {
    Portions.of(database, values, VALUES_PER_STATEMENT, row -> Portions.bytes(row.toArray()))
        .forEach(statement::with);
  }

  private void delete(String table, List<String> columns, List<List<Object>> values) {
    long rows = execute("DELETE FROM", table, "", columns, values);
    if (rows > 0) {
      removed.merge(table, rows, Long::sum);
    }
  }

  private long execute(
      String verb, String table, String set, List<String> columns, List<List<Object>> values) {
    String sql = verb + " " + Ddl.quote(table) + set + where(columns, values.size());
    try (PreparedStatement statement = prepared(sql, values)) {
      return statement.executeLargeUpdate();
    } catch (SQLException e) {
      if (SqlFailures.isReferredTo(e)) {
        throw new RowsReferredToException(e);
      }
      throw SqlFailures.explain(
          database.settings().label() + ": removal from " + table + " failed", e);
    }
  }

  private List<List<Object>> select(
      String table, List<String> read, List<String> columns, List<List<Object>> values) {
    String sql =
        "SELECT DISTINCT "
            + quoted(read)
            + " FROM "
            + Ddl.quote(table)
            + where(columns, values.size())
            + read.stream()
                .map(column -> " AND " + Ddl.quote(column) + " IS NOT NULL")
                .collect(Collectors.joining());
    List<List<Object>> found = new ArrayList<>();
    try (PreparedStatement statement = prepared(sql, values);
        ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        List<Object> row = new ArrayList<>();
        for (int column = 1; column <= read.size(); column++) {
          row.add(result.getObject(column));
        }
        found.add(row);
      }
      return found;
    } catch (SQLException e) {
      throw SqlFailures.explain(
          database.settings().label() + ": look-up in " + table + " failed", e);
    }
  }

  private static String where(List<String> columns, int values) {
    String one = "(?" + ", ?".repeat(columns.size() - 1) + ")";
    return " WHERE ("
        + quoted(columns)
        + ") IN ("
        + String.join(", ", Collections.nCopies(values, one))
        + ")";
  }

  private static String quoted(List<String> columns) {
    return columns.stream().map(Ddl::quote).collect(Collectors.joining(", "));
  }

  private PreparedStatement prepared(String sql, List<List<Object>> values) throws SQLException {
    PreparedStatement statement = database.connection().prepareStatement(sql);
    int parameter = 1;
    for (List<Object> row : values) {
      for (Object value : row) {
        RowLookup.bind(statement, parameter++, value);
      }
    }
    return statement;
  }
}
