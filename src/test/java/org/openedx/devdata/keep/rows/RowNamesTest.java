package org.openedx.devdata.keep.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.catalog.Catalog;
import org.openedx.devdata.jdbc.catalog.CatalogReader;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;

@DatabaseTest
class RowNamesTest {

  private static final TableSet DESCRIBED =
      TableSet.of(
          Map.of(
              "account",
              Map.of(
                  "columns",
                  Map.of("id", "int auto", "username", "varchar(150)", "email", "varchar(254)"),
                  "key",
                  List.of("username"))));

  private TestDatabase database;
  private Identities identities;

  @BeforeEach
  void server(TestDatabase fresh) throws SQLException {
    database = fresh;
    fresh.run(
        "CREATE TABLE account (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, email varchar(99) NOT"
            + " NULL UNIQUE, username varchar(99) NOT NULL UNIQUE)",
        "CREATE TABLE enrolment (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, course_id varchar(99)"
            + " NOT NULL, user_id int NULL, other int NOT NULL UNIQUE, owner_id int NOT NULL,"
            + " UNIQUE (user_id, course_id), UNIQUE (owner_id, course_id), FOREIGN KEY (owner_id)"
            + " REFERENCES account (id))",
        "CREATE TABLE mark (id int PRIMARY KEY, enrolment_id int NOT NULL UNIQUE, FOREIGN KEY"
            + " (enrolment_id) REFERENCES enrolment (id))",
        "CREATE TABLE numbered (id int PRIMARY KEY, n int NOT NULL UNIQUE)",
        "CREATE TABLE loose (a int, b int)",
        "INSERT INTO account VALUES (7, 'e', 'jane_doe')",
        "INSERT INTO enrolment VALUES (3, 'course-v1:a+b+c', NULL, 1, 7)");
    try (Connection connection = fresh.connect()) {
      identities = new Identities(CatalogReader.read(connection, "test"), List.of(DESCRIBED));
    }
  }

  private Identity identity(String table) {
    return identities.of(identities.catalog().table(table).orElseThrow());
  }

  @Test
  void theBestKeyIdentifies() {
    assertThat(identity("account"))
        .isEqualTo(new Identity(List.of("username"), Identity.Origin.DESCRIBED));
    assertThat(identity("enrolment"))
        .isEqualTo(new Identity(List.of("owner_id", "course_id"), Identity.Origin.UNIQUE));
    assertThat(identity("numbered"))
        .isEqualTo(new Identity(List.of("id"), Identity.Origin.PRIMARY));
    assertThat(identity("loose")).isEqualTo(new Identity(List.of("a", "b"), Identity.Origin.WHOLE));
  }

  @Test
  void referencesAreFollowedToNames() {
    Catalog catalog = identities.catalog();
    try (MySqlDatabase live =
        MySqlDatabase.open(
            new ConnectionSettings(
                "test", "lms", database.jdbcUrl(), database.user(), database.password()))) {
      RowNames names = new RowNames(identities, new LiveRows(live));

      assertThat(
              names.of(
                  catalog.table("enrolment").orElseThrow(),
                  List.of(List.of("7", "course-v1:a+b+c"), List.of("8", "gone"))))
          .containsExactly(List.of("jane_doe", "course-v1:a+b+c"), List.of("8", "gone"));
      assertThat(names.of(catalog.table("mark").orElseThrow(), List.of(List.of("3"))))
          .containsExactly(List.of("jane_doe", "course-v1:a+b+c"));
      assertThat(RowNames.line(Arrays.asList("a", null))).isEqualTo("a, NULL");
    }
  }
}
