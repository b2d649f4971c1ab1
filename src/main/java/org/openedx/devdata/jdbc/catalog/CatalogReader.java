package org.openedx.devdata.jdbc.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.DatabaseRights;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SqlFailures;

/** Reads a {@link Catalog}: one query for each kind of thing, whatever their number. Stateless. */
public final class CatalogReader {

  private static final String PRIMARY = "PRIMARY";
  private static final long FIRST_NUMBER = 1;

  private CatalogReader() {}

  /**
   * Reads the whole of the connection's database.
   *
   * @param where the database as people know it, for messages
   * @throws DatabaseException when the account may not see all of it, or the connection fails
   */
  public static Catalog read(Connection connection, String where) {
    DatabaseRights.requireWhole(connection, where);
    return readSeen(connection, where);
  }

  /** As {@link #read}, of what the account sees, where it is no loss that others are left out. */
  public static Catalog readSeen(Connection connection, String where) {
    try {
      freshCounters(connection);
      return Catalog.of(connection.getCatalog(), tables(connection), others(connection));
    } catch (SQLException e) {
      throw SqlFailures.explain(where + ": its tables could not be read", e);
    }
  }

  /** Tables whose rows fire triggers when they are written. */
  public static List<String> triggered(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    each(connection, CatalogQueries.TRIGGERED, row -> tables.add(row.getString("t")));
    return tables;
  }

  /**
   * Present values of {@code AUTO_INCREMENT} by table; see {@link CatalogTable#nextNumber}. Of
   * tables without a numbered column there is some number, too.
   */
  public static Map<String, Long> counters(Connection connection) throws SQLException {
    freshCounters(connection);
    Map<String, Long> counters = new TreeMap<>();
    each(
        connection,
        CatalogQueries.TABLES,
        row -> counters.put(row.getString("t"), Math.max(row.getLong("a"), FIRST_NUMBER)));
    return counters;
  }

  /** Migrations that Django has run, as {@code app.name}; none where there is no Django. */
  public static List<String> migrations(Connection connection, Catalog catalog)
      throws SQLException {
    List<String> migrations = new ArrayList<>();
    if (catalog.table("django_migrations").isPresent()) {
      each(
          connection,
          CatalogQueries.MIGRATIONS,
          row -> migrations.add(row.getString("app") + "." + row.getString("name")));
    }
    return migrations;
  }

  /** MySQL would give counters and sizes of up to a day ago; MariaDB has no such variable. */
  private static void freshCounters(Connection connection) throws SQLException {
    if (!MySqlDatabase.isMariaDb(connection)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET SESSION information_schema_stats_expiry = 0");
      }
    }
  }

  private static Map<String, CatalogTable> tables(Connection connection) throws SQLException {
    Map<String, List<CatalogColumn>> columns = new TreeMap<>();
    Map<String, Map<String, List<String>>> keys = new TreeMap<>();
    Map<String, List<CatalogReference>> references = references(connection);
    each(
        connection,
        CatalogQueries.COLUMNS,
        row ->
            columns.computeIfAbsent(row.getString("t"), any -> new ArrayList<>()).add(column(row)));
    each(
        connection,
        CatalogQueries.KEYS,
        row ->
            keys.computeIfAbsent(row.getString("t"), any -> new LinkedHashMap<>())
                .computeIfAbsent(row.getString("i"), any -> new ArrayList<>())
                .add(row.getString("c")));
    Map<String, CatalogTable> tables = new TreeMap<>();
    each(
        connection,
        CatalogQueries.TABLES,
        row -> {
          String name = row.getString("t");
          Map<String, List<String>> unique = whole(keys.getOrDefault(name, Map.of()));
          List<String> primary = unique.getOrDefault(PRIMARY, List.of());
          unique.remove(PRIMARY);
          tables.put(
              name,
              new CatalogTable(
                  name,
                  text(row, "e"),
                  text(row, "o"),
                  columns.getOrDefault(name, List.of()),
                  primary,
                  unique,
                  references.getOrDefault(name, List.of()),
                  nextNumber(row, columns.getOrDefault(name, List.of())),
                  text(row, "p").toLowerCase(Locale.ROOT).contains("partitioned"),
                  row.getLong("n"),
                  row.getLong("b")));
        });
    return tables;
  }

  /**
   * MySQL says NULL of a counter until the first use of its table, which leaves it at the start.
   */
  private static long nextNumber(ResultSet row, List<CatalogColumn> columns) throws SQLException {
    boolean numbered = columns.stream().anyMatch(CatalogColumn::numbered);
    return numbered ? Math.max(row.getLong("a"), FIRST_NUMBER) : 0;
  }

  /** Keys all of whose parts are columns: an expression has no name. */
  private static Map<String, List<String>> whole(Map<String, List<String>> keys) {
    Map<String, List<String>> whole = new LinkedHashMap<>();
    keys.forEach(
        (name, columns) -> {
          if (!columns.contains(null)) {
            whole.put(name, List.copyOf(columns));
          }
        });
    return whole;
  }

  private static CatalogColumn column(ResultSet row) throws SQLException {
    return new CatalogColumn(
        row.getString("c"),
        text(row, "d").toLowerCase(Locale.ROOT),
        text(row, "f"),
        row.getString("n").equals("YES"),
        text(row, "v"),
        text(row, "x").toLowerCase(Locale.ROOT),
        text(row, "g"),
        text(row, "s"),
        text(row, "o"));
  }

  private static Map<String, List<CatalogReference>> references(Connection connection)
      throws SQLException {
    Map<String, Map<String, CatalogReference>> byTable = new TreeMap<>();
    each(
        connection,
        CatalogQueries.REFERENCES,
        row ->
            byTable
                .computeIfAbsent(row.getString("t"), any -> new LinkedHashMap<>())
                .merge(row.getString("k"), reference(row), CatalogReader::joined));
    Map<String, List<CatalogReference>> references = new TreeMap<>();
    byTable.forEach((table, byName) -> references.put(table, List.copyOf(byName.values())));
    return references;
  }

  private static CatalogReference reference(ResultSet row) throws SQLException {
    return new CatalogReference(
        row.getString("k"),
        List.of(row.getString("c")),
        row.getString("rd"),
        row.getString("rt"),
        List.of(row.getString("rc")),
        row.getString("dr"),
        row.getString("ur"));
  }

  /** One more column of the same foreign key. */
  private static CatalogReference joined(CatalogReference before, CatalogReference next) {
    List<String> columns = new ArrayList<>(before.columns());
    List<String> targets = new ArrayList<>(before.targets());
    columns.addAll(next.columns());
    targets.addAll(next.targets());
    return new CatalogReference(
        before.name(),
        columns,
        before.database(),
        before.table(),
        targets,
        before.onDelete(),
        before.onUpdate());
  }

  private static Map<String, List<String>> others(Connection connection) throws SQLException {
    Map<String, List<String>> others = new TreeMap<>();
    each(
        connection,
        CatalogQueries.OTHERS,
        row ->
            others
                .computeIfAbsent(row.getString("k"), any -> new ArrayList<>())
                .add(row.getString("n")));
    return others;
  }

  private interface RowTaker {
    void take(ResultSet row) throws SQLException;
  }

  private static void each(Connection connection, String query, RowTaker taker)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        taker.take(result);
      }
    }
  }

  private static String text(ResultSet row, String column) throws SQLException {
    String value = row.getString(column);
    return value == null ? "" : value;
  }
}
