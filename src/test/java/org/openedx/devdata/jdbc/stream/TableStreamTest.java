package org.openedx.devdata.jdbc.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.catalog.CatalogReader;
import org.openedx.devdata.jdbc.catalog.CatalogTable;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.Flavour;
import org.openedx.devdata.testing.Requirement;
import org.openedx.devdata.testing.TestDatabase;

/** Rows are read and loaded on a real server, and both tables have the same checksum. */
@DatabaseTest
class TableStreamTest {

  private TestDatabase database;

  @BeforeEach
  void server(TestDatabase fresh) {
    database = fresh;
  }

  private Connection open() {
    return MySqlDatabase.connect(
        new ConnectionSettings(
            "test", "lms", database.jdbcUrl(), database.user(), database.password()));
  }

  private static CatalogTable table(Connection connection, String name) {
    return CatalogReader.read(connection, "test").table(name).orElseThrow();
  }

  private static OutputBytes lines(Connection connection, CatalogTable table) throws SQLException {
    OutputBytes lines = new OutputBytes(100);
    try (TableStream stream = TableStream.open(connection, table)) {
      while (stream.next(lines)) {
        assertThat(lines.array()[lines.length() - 1]).isEqualTo((byte) '\n');
      }
    }
    return lines;
  }

  /** Copies a table by its lines, and compares what the server says of both. */
  private void copiesWhole(String name, long rows) throws SQLException {
    try (Connection connection = open()) {
      CatalogTable table = table(connection, name);
      database.run("CREATE TABLE copy LIKE " + name);
      OutputBytes lines = lines(connection, table);
      TableLoad.prepare(connection);
      TableLoad.Loaded loaded =
          TableLoad.load(
              connection,
              "copy",
              table.stored(),
              new ByteArrayInputStream(lines.array(), 0, lines.length()));

      assertThat(loaded).isEqualTo(new TableLoad.Loaded(rows, List.of()));
      assertThat(database.rows("CHECKSUM TABLE copy").get(0).get(1))
          .isEqualTo(database.rows("CHECKSUM TABLE " + name).get(0).get(1));
      assertThat(lines(connection, table(connection, "copy")).toByteArray())
          .isEqualTo(lines.toByteArray());
    }
    database.run("DROP TABLE copy");
  }

  @Test
  void typesThatOnlyMariaDbHasComeBack() throws SQLException {
    Requirement.applies(database.flavour() == Flavour.MARIADB, "MySQL has no such types");
    database.run(
        "CREATE TABLE own (id uuid NOT NULL PRIMARY KEY, four inet4, six inet6)",
        "INSERT INTO own VALUES ('e09b3624-d48f-0d2c-2e32-48ca366d02a2', '127.0.0.1', '::1'),"
            + " ('00000000-0000-0000-0000-000000000000', '0.0.0.0', '::ffff:10.1.2.3'),"
            + " ('01890a5d-ac96-774b-bcce-b302099a8057', NULL, NULL)");

    copiesWhole("own", 3);
  }

  @Test
  void everyTypeOfColumnComesBackByteForByte() throws SQLException {
    database.run(
        "CREATE TABLE kinds (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, tiny tinyint,"
            + " big bigint unsigned, amount decimal(20,6), small float, large double, flags bit(11),"
            + " fixed binary(4), some varbinary(20), blobs longblob, words longtext, doc json,"
            + " day date, at datetime(6), stamp timestamp(3) NULL, span time(2), years year, pick"
            + " enum('a','b\\tc'), picks set('x','y'), place geometry,"
            + " twice int AS (tiny * 2) VIRTUAL, thrice int AS (tiny * 3) STORED,"
            + " western varchar(20) CHARACTER SET latin1, old varchar(20) CHARACTER SET utf8mb3,"
            + " wide varchar(20) CHARACTER SET utf16, `odd ``name` char(3))",
        "SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO,ALLOW_INVALID_DATES', time_zone = '+00:00'",
        "INSERT INTO kinds (id) VALUES (4)");
    database.run(
        "SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO,ALLOW_INVALID_DATES', time_zone = '+00:00'",
        "INSERT INTO kinds (id, tiny, big, amount, small, large, flags, fixed, some, blobs, words,"
            + " doc, day, at, stamp, span, years, pick, picks, place, western, old, wide, `odd"
            + " ``name`) VALUES (0, -128, 18446744073709551615, -12345678901234.567891, 1.23456789,"
            + " 1.7976931348623157e308, b'10000000001', x'00ff0a09', x'5c4e', x'00010a0d1a5c',"
            + " '\\\\N\\t\\n\\0\\r\\Z☃😀', '{\"a\": [1, \"\\\\t☃\", null]}', '0000-00-00',"
            + " '2024-02-31 23:59:59.999999', '1970-01-01 00:00:01.234', '-838:59:58.99', 1901,"
            + " 'b\\tc', 'x,y', ST_GeomFromText('POLYGON((0 0,9 0,9 9,0 0))'), 'caf\\u00e9€', 'žluť',"
            + " '😀é', ''), (2147483648, 1, 0, 0, -0.1, 5e-324, b'0', '', '', '', '', 'null',"
            + " '1000-01-01', '0000-00-00 00:00:00', NULL, '0', 2155, 'a', '', NULL, 'é', '', 'a', ' a')");

    copiesWhole("kinds", 3);
  }

  @Test
  void aTableWithoutKeyAndOneWithoutRowsAreRead() throws SQLException {
    database.run(
        "CREATE TABLE loose (a int, b varchar(9))",
        "INSERT INTO loose VALUES (2, 'x'), (1, NULL), (2, 'x')",
        "CREATE TABLE hollow (a int PRIMARY KEY)");

    copiesWhole("loose", 3);
    copiesWhole("hollow", 0);
  }

  /** Bytes of every kind and length, around the limits at which lengths change their form. */
  @Test
  void generatedBytesComeBack() throws SQLException {
    database.run("CREATE TABLE noise (id int PRIMARY KEY, a longblob, b longtext)");
    Random random = new Random(15);
    int rows = 0;
    try (Connection connection = open();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO noise VALUES (?, ?, ?)")) {
      for (int length : new int[] {0, 1, 7, 8, 9, 250, 251, 252, 65_535, 65_536, 600_000}) {
        for (int more = 0; more < 3; more++) {
          byte[] bytes = new byte[length];
          for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (more == 0 ? random.nextInt(256) : random.nextInt(15) * 7 % 93);
          }
          insert.setInt(1, rows++);
          insert.setBytes(2, bytes);
          insert.setString(3, "\\\t\n\u0000aé☃😀".repeat(length / 20 + more));
          insert.executeUpdate();
        }
      }
    }

    copiesWhole("noise", rows);
  }

  @Test
  void aRowOfMoreThanSixteenMegabytesIsPutTogether() throws SQLException {
    database.run(
        "CREATE TABLE huge (id int PRIMARY KEY, a longblob)",
        "INSERT INTO huge VALUES (1, REPEAT('0123456789\\t', 1000000)), (2, 'small')");
    database.run("UPDATE huge SET a = CONCAT(a, a) WHERE id = 1");

    try (Connection connection = open()) {
      OutputBytes lines = lines(connection, table(connection, "huge"));

      assertThat(lines.length()).isEqualTo(2 + 24_000_000 + 1 + 8);
    }
  }

  @Test
  void aFailureOfTheServerOnTheWayIsThrown() throws SQLException {
    database.run("CREATE TABLE many (id int PRIMARY KEY)", "INSERT INTO many VALUES (1), (2), (3)");

    try (Connection connection = open();
        TableStream stream =
            TableStream.open(
                connection,
                table(connection, "many"),
                "many",
                "id < 2 OR (SELECT 1 UNION SELECT id) = 1")) {
      OutputBytes lines = new OutputBytes(10);

      assertThatThrownBy(
              () -> {
                while (stream.next(lines)) {}
              })
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("more than 1 row");
    }
  }

  @Test
  void theConnectionIsOfUseAfterwards() throws SQLException {
    database.run("CREATE TABLE few (id int PRIMARY KEY)", "INSERT INTO few VALUES (1), (2), (3)");

    try (Connection connection = open()) {
      CatalogTable table = table(connection, "few");
      try (TableStream stream = TableStream.open(connection, table)) {
        assertThat(stream.next(new OutputBytes(10))).isTrue();
      }
      assertThat(lines(connection, table)).hasToString("1\n2\n3\n");
      assertThat(table(connection, "few")).isEqualTo(table);
    }
  }

  @Test
  void fieldsAreReadAsPeopleReadThem() throws SQLException {
    database.run(
        "CREATE TABLE shown (id int PRIMARY KEY, a varchar(20), b varchar(20) CHARACTER SET"
            + " latin1, c varchar(9) CHARACTER SET utf16, d blob, e double, f int)",
        "INSERT INTO shown VALUES (1, 'tab\\t\\\\N☃', 'é€', 'ž', x'00ff', 1.5, NULL)");

    try (Connection connection = open()) {
      CatalogTable table = table(connection, "shown");
      OutputBytes line = lines(connection, table);

      List<String> expected =
          new ArrayList<>(List.of("1", "tab\t\\N☃", "é€", "ž", "0x00ff", "1.5"));
      expected.add(null);
      assertThat(new RowFields(table.stored()).of(line.array(), 0, line.length()))
          .isEqualTo(expected);
    }
  }

  @Test
  void valuesThatATableDoesNotTakeAreRemarked() throws SQLException {
    database.run("CREATE TABLE narrow (id int PRIMARY KEY, a varchar(2))");

    try (Connection connection = open()) {
      TableLoad.prepare(connection);
      TableLoad.Loaded loaded =
          TableLoad.load(
              connection,
              "narrow",
              table(connection, "narrow").stored(),
              new ByteArrayInputStream("1\tab\n2\tabc\n2\td\n".getBytes()));

      assertThat(loaded.warnings()).isNotEmpty();
      assertThat(loaded.rows()).isEqualTo(2);
      assertThat(database.flavour()).isIn((Object[]) Flavour.values());
    }
  }
}
