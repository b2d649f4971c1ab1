package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.table.Ddl;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Specs of learner state where the extended history is in a second database, as in devstack. */
@DatabaseTest
class StateSecondDatabaseTest {

  private static final String EXTENDED = "coursewarehistoryextended_studentmodulehistoryextended";
  private static final String ORIGINAL = "courseware_studentmodulehistory";
  private static final TableSet TABLES = LmsService.lms().tables();

  private static final String USERS = "users: [{username: ada}]\n";
  private static final String ATTEMPTS =
      """
      problem_attempts:
        - {username: ada, block: block-v1:edX+DemoX+2026+type@problem+block@p1, attempts: [{}, {}]}
      """;

  private TestDatabase first;
  private TestDatabase second;
  private SpecLab lab;

  @BeforeEach
  void tables(TestDatabase database) throws SQLException {
    first = database;
    second = database.another("csmh");
    second.run(Ddl.create(TABLES.get(EXTENDED), TABLES));
    lab =
        new SpecLab(database, LmsService.lms())
            .withTables()
            .withAlias(ConnectionSettings.HISTORY_ALIAS, second);
    database.run("DROP TABLE " + EXTENDED);
  }

  private static int count(TestDatabase database, String table) throws SQLException {
    return database.rows("SELECT * FROM " + table).size();
  }

  @Test
  void versionsAreWrittenThereAndFoundAgain() throws SQLException {
    List<String> planned = lab.plan(USERS + ATTEMPTS);

    assertThat(lab.load(USERS + ATTEMPTS)).isEqualTo(planned);
    assertThat(lab.load(USERS + ATTEMPTS)).isEmpty();

    String row = first.value("SELECT id FROM courseware_studentmodule");
    assertThat(
            second.rows(
                "SELECT state LIKE '%attempts%', grade FROM %s WHERE student_module_id = %s ORDER BY id"
                    .replaceFirst("%s", EXTENDED)
                    .replaceFirst("%s", row)))
        .containsExactly(
            java.util.Arrays.asList("0", null), List.of("1", "0.0"), List.of("1", "1.0"));
    assertThat(count(first, ORIGINAL)).isZero();
  }

  @Test
  void theyComeBeforeATableOfThatNameInTheFirst() throws SQLException {
    first.run(Ddl.create(TABLES.get(EXTENDED), TABLES));

    lab.load(USERS + ATTEMPTS);

    assertThat(count(first, EXTENDED)).isZero();
    assertThat(count(second, EXTENDED)).isEqualTo(3);
  }

  @Test
  void aResetRemovesThem() throws SQLException {
    lab.load(USERS + ATTEMPTS);

    lab.reset(ATTEMPTS);

    assertThat(count(first, "courseware_studentmodule")).isZero();
    assertThat(count(second, EXTENDED)).isZero();
  }

  @Test
  void bothDatabasesAreOneTransaction() throws SQLException {
    lab.load(USERS);
    second.run("ALTER TABLE " + EXTENDED + " ADD CONSTRAINT low CHECK (grade < 1)");

    assertThatThrownBy(() -> lab.load(ATTEMPTS))
        .isInstanceOf(RowProblem.class)
        .hasMessageStartingWith("spec.yaml:2:5: ");
    assertThat(count(first, "courseware_studentmodule")).isZero();
    assertThat(count(second, EXTENDED)).isZero();
  }

  @Test
  void aSecondDatabaseWithoutTheTableIsNamedBeforeAnythingIsWritten() throws SQLException {
    second.run("DROP TABLE " + EXTENDED);

    assertThatThrownBy(() -> lab.load(USERS + ATTEMPTS))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining(
            "the database %s has no table %s that this user can see; migrate it"
                .formatted(second.name(), EXTENDED));
    assertThat(count(first, "auth_user")).isZero();
  }

  @Test
  void aSiteThatDoesNotUseTheExtendedTableNeedsNoSecondDatabase() throws SQLException {
    second.run("DROP TABLE " + EXTENDED);

    lab.load("extended_state_history: false\n" + USERS + ATTEMPTS);

    assertThat(count(first, ORIGINAL)).isEqualTo(3);
  }

  @Test
  void withoutAnyTableForThemNothingIsWritten() throws SQLException {
    first.run("DROP TABLE " + ORIGINAL);
    SpecLab one = new SpecLab(first, LmsService.lms());

    assertThatThrownBy(() -> one.load(USERS + ATTEMPTS))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("has no table " + ORIGINAL + " or " + EXTENDED);
    assertThatThrownBy(() -> one.load("extended_state_history: true\n" + USERS + ATTEMPTS))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("has no table " + EXTENDED + "; ");
    assertThat(count(first, "auth_user")).isZero();
  }
}
