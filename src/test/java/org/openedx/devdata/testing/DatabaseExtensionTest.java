package org.openedx.devdata.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@DatabaseTest
class DatabaseExtensionTest {

  private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

  private TestDatabase fromBeforeEach;

  @BeforeEach
  void remember(TestDatabase database) {
    fromBeforeEach = database;
  }

  @RepeatedTest(2)
  void givesEveryTestADatabaseOfItsOwn(TestDatabase database) throws SQLException {
    assertThat(SEEN.add(database.name())).isTrue();
    assertThat(database).isSameAs(fromBeforeEach);
    assertThat(database.rows("SHOW TABLES")).isEmpty();
    database.run("CREATE TABLE t (id INT)");
  }

  @Test
  void knowsTheServer(TestDatabase database) throws SQLException {
    String version = database.value("SELECT VERSION()");

    assertThat(database.version()).isEqualTo(version);
    assertThat(database.flavour() == Flavour.MARIADB).isEqualTo(version.contains("MariaDB"));
  }

  @Test
  void usesTheServerThatTheEnvironmentNames(TestDatabase database) {
    String url = System.getenv(TestServer.URL_VARIABLE);
    Requirement.applies(
        url != null && !url.isBlank(), TestServer.URL_VARIABLE + " names no server");

    assertThat(database.jdbcUrl()).contains("//" + Endpoint.parse(url).hostAndPort() + "/");
  }

  @Test
  void hasTheCharacterSetOfTutor(TestDatabase database) throws SQLException {
    assertThat(database.rows("SELECT @@character_set_database, @@collation_database"))
        .containsExactly(List.of("utf8mb4", "utf8mb4_unicode_ci"));
  }

  @Test
  void keepsTextOutsideTheBasicPlane(TestDatabase database) throws SQLException {
    database.run("CREATE TABLE t (name VARCHAR(20))", "INSERT INTO t VALUES ('Zoë 🎓')");

    assertThat(database.value("SELECT name FROM t")).isEqualTo("Zoë 🎓");
    assertThat(database.value("SELECT CHAR_LENGTH(name) FROM t")).isEqualTo("5");
  }

  @Test
  void storesInstantsAsUtc(TestDatabase database) throws SQLException {
    // In Central European time this instant lies in the hour that does not exist.
    Instant instant = Instant.parse("2026-03-29T01:30:00.123456Z");
    database.run("CREATE TABLE t (at DATETIME(6))");
    try (Connection connection = database.connect();
        PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?)")) {
      insert.setTimestamp(1, Timestamp.from(instant));
      insert.execute();
    }

    assertThat(database.value("SELECT CAST(at AS CHAR) FROM t"))
        .isEqualTo("2026-03-29 01:30:00.123456");
    assertThat(database.value("SELECT @@session.time_zone")).isEqualTo("+00:00");
  }

  @Test
  void readsTinyIntAsNumber(TestDatabase database) throws SQLException {
    database.run("CREATE TABLE t (flag TINYINT(1))", "INSERT INTO t VALUES (2)");

    assertThat(database.value("SELECT flag FROM t")).isEqualTo("2");
  }

  @Test
  void allowsLoadDataLocal(TestDatabase database) throws SQLException {
    database.run("CREATE TABLE t (id INT, name VARCHAR(20))");
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement
          .unwrap(com.mysql.cj.jdbc.JdbcStatement.class)
          .setLocalInfileInputStream(
              new ByteArrayInputStream("1\tone\n2\ttwo\n".getBytes(StandardCharsets.UTF_8)));
      statement.execute("LOAD DATA LOCAL INFILE 'rows' INTO TABLE t");
    }

    assertThat(database.value("SELECT COUNT(*) FROM t")).isEqualTo("2");
  }

  @Test
  void makesASecondDatabaseForTheSameTest(TestDatabase database) throws SQLException {
    TestDatabase second = database.another("shop", "latin1", "latin1_swedish_ci");

    assertThat(second.name()).isNotEqualTo(database.name()).endsWith("_shop");
    assertThat(second.value("SELECT DATABASE()")).isEqualTo(second.name());
    assertThat(second.value("SELECT @@character_set_database")).isEqualTo("latin1");
  }

  @Test
  void makesAnAccountWithFewerRights(TestDatabase database) throws SQLException {
    database.run("CREATE TABLE t (id INT)");
    TestDatabase reader = database.withUser("SELECT");

    assertThat(reader.rows("SELECT * FROM t")).isEmpty();
    assertThatThrownBy(() -> reader.run("INSERT INTO t VALUES (1)"))
        .hasMessageContaining("INSERT command denied");
  }

  @Test
  void dropsWhatItMade(TestDatabase database) {
    Scratch scratch = Scratch.on(database.scratch().server(), "dropsWhatItMade");
    TestDatabase second = scratch.database().another("second");
    TestDatabase user = second.withUser("SELECT");

    scratch.close();

    assertThatThrownBy(second::connect).hasMessageContaining("Unknown database");
    assertThatThrownBy(user::connect).hasMessageContaining("Access denied");
  }

  @Nested
  @DatabaseTest
  class WhenAskedForBeforeAll {

    private static TestDatabase ofTheClass;

    @BeforeAll
    static void prepare(TestDatabase database) throws SQLException {
      ofTheClass = database;
      database.run("CREATE TABLE shared (id INT)");
    }

    @RepeatedTest(2)
    void isSharedByTheTestsOfTheClass(TestDatabase database) {
      assertThat(database).isSameAs(ofTheClass);
    }
  }
}
