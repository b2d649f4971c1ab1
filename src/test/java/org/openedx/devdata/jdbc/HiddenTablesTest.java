package org.openedx.devdata.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.rows.Dependents;
import org.openedx.devdata.jdbc.table.Companion;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;

/** Tables that are there and that a user does not see, and tables that are not there. */
@DatabaseTest
class HiddenTablesTest {

  private static final List<String> ABSENT = List.of("app_hidden", "app_none");

  private static final List<Object> KEYS = List.of(1L);

  private TestDatabase database;

  @BeforeEach
  void tables(TestDatabase fresh) throws SQLException {
    database = fresh;
    database.run(
        "CREATE TABLE app_seen (id int)",
        "CREATE TABLE app_hidden (id int)",
        "CREATE TABLE django_content_type (id int, app_label varchar(100), model varchar(100))",
        "INSERT INTO django_content_type VALUES (1, 'app', 'seen'), (2, 'app', 'hidden')");
  }

  private HiddenTables asked(TestDatabase user) {
    try (MySqlDatabase open =
        MySqlDatabase.open(
            new ConnectionSettings("test", "lms", user.jdbcUrl(), user.user(), user.password()))) {
      return HiddenTables.of(open, ABSENT);
    }
  }

  private TestDatabase userOf(String... tables) throws SQLException {
    TestDatabase user = database.withUser("USAGE");
    for (String table : tables) {
      database.run(
          "GRANT SELECT ON `%s`.%s TO '%s'@'%%'".formatted(database.name(), table, user.user()));
    }
    return user;
  }

  @Test
  void whoSeesTheWholeDatabaseMissesNothing() {
    assertThat(asked(database).tables()).isEmpty();
    assertThat(asked(database.withUser("SELECT, INSERT")).tables()).isEmpty();
  }

  @Test
  void aTableOfAModelIsThereForCertain() throws SQLException {
    HiddenTables hidden = asked(userOf("app_seen", "django_content_type"));

    assertThat(hidden.tables()).containsExactly("app_hidden");
    assertThat(hidden.doubt()).isEmpty();
    assertThatThrownBy(hidden::requireNone)
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("may not see table app_hidden, which Django's list of models has")
        .hasMessageContaining(
            "GRANT SELECT, INSERT, UPDATE, DELETE ON `%s`.`app_hidden` TO '"
                .formatted(database.name()));
  }

  @Test
  void withoutTheListOfModelsItIsNotKnown() throws SQLException {
    HiddenTables hidden = asked(userOf("app_seen"));

    hidden.requireNone();
    assertThat(hidden.doubt())
        .contains("it is not known whether the database has app_hidden, app_none")
        .contains("GRANT SELECT ON `" + database.name() + "`.* TO '");
  }

  @Test
  void whatIsGrantedIsAllThatIsNeeded() throws SQLException {
    TestDatabase user = userOf("app_seen", "django_content_type");
    HiddenTables hidden = asked(user);
    String message = "";
    try {
      hidden.requireNone();
    } catch (DatabaseException e) {
      message = e.getMessage();
    }
    String grant =
        message.replaceFirst("(?s).*grant the rights: ", "").replaceFirst("; or, .*", "");
    database.run(grant);

    assertThat(user.value("SELECT COUNT(*) FROM app_hidden")).isEqualTo("0");
  }

  /** What goes with a row would stay behind, if its table were taken for one that is not there. */
  @Test
  void companionsInATableThatIsHiddenAreNotLeftBehind() throws SQLException {
    TestDatabase user = userOf("app_seen", "django_content_type");
    try (MySqlDatabase open =
        MySqlDatabase.open(
            new ConnectionSettings("test", "lms", user.jdbcUrl(), user.user(), user.password()))) {
      Dependents dependents = new Dependents(open);

      assertThatThrownBy(
              () -> dependents.remove(new Companion("app_hidden", "id", ""), KEYS, false))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("may not see table app_hidden")
          .hasMessageContaining("GRANT");
      dependents.remove(new Companion("app_none", "id", ""), KEYS, false);
      assertThat(dependents.removed()).isEmpty();
    }
  }
}
