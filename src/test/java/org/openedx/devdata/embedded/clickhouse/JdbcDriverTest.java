package org.openedx.devdata.embedded.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.testing.TestClickHouse;

/** The JDBC driver with its default settings, compression included. */
@Tag("clickhouse")
class JdbcDriverTest {

  private static final String DATABASE = "test_jdbc";
  private static TestClickHouse clickhouse;

  @BeforeAll
  static void makeDatabase() {
    clickhouse = TestClickHouse.required();
    clickhouse.freshDatabase(DATABASE);
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(
        clickhouse.jdbcUrl(DATABASE), clickhouse.user(), clickhouse.password());
  }

  @Test
  void tellsItsVersion() throws SQLException {
    try (Connection connection = connect()) {
      assertThat(connection.getMetaData().getDatabaseMajorVersion()).isGreaterThanOrEqualTo(24);
    }
  }

  @Test
  void preparedBatchIsReadBack() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE batch (n UInt32, s String) ENGINE = MergeTree ORDER BY n");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO batch (n, s) VALUES (?, ?)")) {
        for (int n = 0; n < 1000; n++) {
          insert.setInt(1, n);
          insert.setString(2, "it's \\ \t row é " + n);
          insert.addBatch();
        }
        assertThat(insert.executeBatch()).hasSize(1000);
      }
      try (ResultSet rows = statement.executeQuery("SELECT s FROM batch WHERE n = 998")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("it's \\ \t row é 998");
        assertThat(rows.next()).isFalse();
      }
    }
  }

  @Test
  void longResultArrivesWholeAndInOrder() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT number, toString(number) AS s FROM numbers(1000000)")) {
      long expected = 0;
      while (rows.next()) {
        assertThat(rows.getLong(1)).isEqualTo(expected);
        expected++;
      }
      assertThat(expected).isEqualTo(1_000_000);
    }
  }

  @Test
  void errorCarriesClickHousesCode() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM no_such_table"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(60))
          .hasMessageContaining("no_such_table");
    }
  }

  @Test
  void connectionUsesItsDatabase() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT currentDatabase()")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo(DATABASE);
    }
  }

  @Test
  void metadataListsTables() throws SQLException {
    clickhouse.run("CREATE TABLE %s.listed (a UInt8) ENGINE = Memory".formatted(DATABASE));
    List<String> names = new ArrayList<>();
    try (Connection connection = connect();
        ResultSet tables = connection.getMetaData().getTables(null, DATABASE, "listed", null)) {
      while (tables.next()) {
        names.add(tables.getString("TABLE_NAME"));
      }
    }
    assertThat(names).containsExactly("listed");
  }
}
