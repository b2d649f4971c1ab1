package org.openedx.devdata.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;

@DatabaseTest
class EmbeddedSchemaTest {

  /** Described in {@code tables.yaml} beside this class. */
  private static final TableSet TABLES = TableSet.besides(EmbeddedSchemaTest.class);

  private static final EmbeddedSchema SCHEMA =
      new EmbeddedSchema(TABLES, Map.of("zoo", "0001_initial"));

  private TestDatabase database;
  private ConnectionSettings server;

  @BeforeEach
  void server(TestDatabase fresh) {
    database = fresh;
    server =
        new ConnectionSettings(
            "test",
            "lms",
            fresh.jdbcUrl().replace("/" + fresh.name(), "/"),
            fresh.user(),
            fresh.password());
  }

  @Test
  void anEmptyDatabaseGetsTablesRowsAndMigrations() throws SQLException {
    assertThat(SCHEMA.ensure(server, database.name())).isTrue();

    assertThat(database.rows("SELECT id, slug, made FROM zoo_species ORDER BY id"))
        .containsExactly(
            List.of("1", "cat", "2026-01-01 00:00:00"), List.of("2", "dog", "2026-01-01 00:00:00"));
    assertThat(database.rows("SELECT app, name FROM django_migrations"))
        .containsExactly(List.of("zoo", "0001_initial"));
  }

  @Test
  void aSecondTimeNothingIsDone() throws SQLException {
    SCHEMA.ensure(server, database.name());
    database.run("DELETE FROM zoo_species WHERE slug = 'dog'");

    assertThat(SCHEMA.ensure(server, database.name())).isFalse();
    assertThat(database.value("SELECT COUNT(*) FROM zoo_species")).isEqualTo("1");
  }

  @Test
  void tablesOfAnOlderLayoutGetTheirNewColumnsAndKeepTheirRows() throws SQLException {
    database.run(
        "CREATE TABLE zoo_species (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, slug varchar(50) NOT"
            + " NULL)",
        "INSERT INTO zoo_species (slug) VALUES ('axolotl')");

    SCHEMA.ensure(server, database.name());

    assertThat(database.rows("SELECT slug, legs FROM zoo_species ORDER BY slug"))
        .containsExactly(List.of("axolotl", "0"), List.of("cat", "4"), List.of("dog", "4"));
  }

  @Test
  void aNewDatabaseTakesEveryCharacter() throws SQLException {
    String name = database.name() + "_new";
    try {
      SCHEMA.ensure(server, name);

      assertThat(
              database.value(
                  "SELECT default_collation_name FROM information_schema.schemata WHERE"
                      + " schema_name = '"
                      + name
                      + "'"))
          .isEqualTo("utf8mb4_unicode_ci");
    } finally {
      database.run("DROP DATABASE IF EXISTS " + name);
    }
  }
}
