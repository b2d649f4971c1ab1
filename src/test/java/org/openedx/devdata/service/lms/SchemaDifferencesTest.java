package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.Flavour;
import org.openedx.devdata.testing.Requirement;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Databases that are not quite as described: other releases, forks, old character sets. */
@DatabaseTest
class SchemaDifferencesTest {

  private static final String USER = "users: [{username: jane_doe, name: Jane Doe}]\n";

  private static SpecLab lab(TestDatabase database) throws SQLException {
    return new SpecLab(database, LmsService.lms()).withTables();
  }

  private static String users(TestDatabase database) throws SQLException {
    return database.value("SELECT COUNT(*) FROM auth_user");
  }

  @Test
  void aColumnThatOnlyAForkHasIsNamedAndNothingIsWritten(TestDatabase database)
      throws SQLException {
    SpecLab lab = lab(database);
    database.run("ALTER TABLE auth_userprofile ADD COLUMN shoe_size int NOT NULL");

    assertThatThrownBy(() -> lab.load(USER))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining(
            "table auth_userprofile has a column 'shoe_size' that devdata does not know, is NOT NULL"
                + " and has no default; give it a value:"
                + " column_defaults: {auth_userprofile: {shoe_size: ...}}");
    assertThat(users(database)).isEqualTo("0");
  }

  @Test
  void aForksColumnTakesTheValueThatTheSpecGives(TestDatabase database) throws SQLException {
    SpecLab lab = lab(database);
    database.run("ALTER TABLE auth_userprofile ADD COLUMN shoe_size int NOT NULL");

    lab.load(USER + "column_defaults: {auth_userprofile: {shoe_size: 43}}");

    assertThat(database.value("SELECT shoe_size FROM auth_userprofile")).isEqualTo("43");
  }

  @Test
  void columnsWithADefaultOrGeneratedNeedNoValue(TestDatabase database) throws SQLException {
    SpecLab lab = lab(database);
    database.run(
        "ALTER TABLE auth_user ADD COLUMN tier int NOT NULL DEFAULT 1",
        "ALTER TABLE auth_user ADD COLUMN shout varchar(150) AS (UPPER(username)) STORED");

    lab.load(USER);

    assertThat(database.value("SELECT CONCAT(tier, shout) FROM auth_user")).isEqualTo("1JANE_DOE");
  }

  @Test
  void aDatabaseWithoutDjangosTablesIsRefusedWithAdvice(TestDatabase database) {
    assertThatThrownBy(() -> new SpecLab(database, LmsService.lms()).load(USER))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("the database has none of Django's tables; migrate it first:")
        .hasMessageContaining("tutor dev do init -l lms");
  }

  @Test
  void tablesThatDjangoDidNotMigrateAreRefused(TestDatabase database) throws SQLException {
    SpecLab lab = lab(database);
    database.run("DROP TABLE django_migrations");

    assertThatThrownBy(() -> lab.load(USER))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("the database has no table django_migrations")
        .hasMessageContaining("or migrate this one first: `make dev.migrate.lms` in devstack");
    assertThat(users(database)).isEqualTo("0");
  }

  @Test
  void missingTablesAreNamed(TestDatabase database) throws SQLException {
    SpecLab lab = lab(database);
    database.run("DROP TABLE auth_userprofile");

    assertThatThrownBy(() -> lab.load(USER))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining(
            "the database has no table auth_userprofile that this user can see; migrate it first");
  }

  @Test
  void tablesOfOtherReleasesMayBeMissing(TestDatabase database) throws SQLException {
    SpecLab lab = lab(database);
    database.run(
        "DROP TABLE verify_student_verificationattempt",
        "DROP TABLE course_overviews_historicalcourseoverview");

    lab.load(USER + "enrollments: [{username: jane_doe, course_id: a/b/c, mode: verified}]");

    assertThat(database.value("SELECT COUNT(*) FROM student_courseenrollment")).isEqualTo("1");
  }

  @Test
  void aColumnOfANewerReleaseIsLeftOutUnlessTheSpecSetsIt(TestDatabase database)
      throws SQLException {
    SpecLab lab = lab(database);
    database.run(
        "ALTER TABLE course_overviews_courseoverview"
            + " DROP COLUMN force_on_flexible_peer_openassessments");

    lab.load("courses: [{course_id: a/b/c}]");

    assertThatThrownBy(
            () ->
                lab.load(
                    "courses: [{course_id: a/b/d, force_on_flexible_peer_openassessments: true}]"))
        .isInstanceOf(RowProblem.class)
        .hasMessage(
            "spec.yaml:1:11: column"
                + " course_overviews_courseoverview.force_on_flexible_peer_openassessments does not"
                + " exist in this database; its release may differ");
    assertThat(database.value("SELECT COUNT(*) FROM course_overviews_courseoverview"))
        .isEqualTo("1");
  }

  @Test
  void threeByteUtf8RefusesWhatItCannotHold(TestDatabase database) throws SQLException {
    TestDatabase old = database.another("utf8mb3", "utf8mb3", "utf8mb3_general_ci");
    SpecLab lab = lab(old);
    old.run("ALTER TABLE auth_userprofile CONVERT TO CHARACTER SET utf8mb3");

    assertThatThrownBy(() -> lab.load("users:\n- username: jane\n  name: Jane \uD83D\uDE00\n"))
        .isInstanceOf(RowProblem.class)
        .hasMessageStartingWith("spec.yaml:2:3: column auth_userprofile.name is utf8mb3")
        .hasMessageContaining("convert the table to utf8mb4");
    assertThat(users(old)).isEqualTo("0");

    lab.load("users: [{username: jane, name: Zoë 王}]");
    assertThat(old.value("SELECT name FROM auth_userprofile")).isEqualTo("Zoë 王");
  }

  @Test
  void latin1RefusesWhatItCannotHold(TestDatabase database) throws SQLException {
    SpecLab lab = lab(database);
    database.run("ALTER TABLE auth_userprofile CONVERT TO CHARACTER SET latin1");

    assertThatThrownBy(() -> lab.load("users: [{username: jane, name: 王}]"))
        .isInstanceOf(RowProblem.class)
        .hasMessageContaining("column auth_userprofile.name is latin1");

    lab.load("users: [{username: jane, name: Zoë, city: Liège}]");
    assertThat(database.value("SELECT name FROM auth_userprofile")).isEqualTo("Zoë");
  }

  @Test
  void whatIsMadeUpIsMadeUpAgainWhereTheTableCannotHoldIt(TestDatabase database)
      throws SQLException {
    SpecLab lab = lab(database);
    StringBuilder spec = new StringBuilder("users:\n");
    for (int i = 0; i < 300; i++) {
      spec.append("- username: learner_").append(i).append('\n');
    }
    for (String charset : new String[] {"latin1", "ascii"}) {
      database.run(
          "ALTER TABLE auth_userprofile CONVERT TO CHARACTER SET " + charset,
          "ALTER TABLE auth_userprofile MODIFY city varchar(20)");

      assertThat(lab.load(spec.toString())).as(charset).hasSize(600);
      assertThat(lab.load(spec.toString())).as(charset).isEmpty();
      assertThat(database.value("SELECT COUNT(*) FROM auth_userprofile WHERE name LIKE '%?%'"))
          .isEqualTo("0");
      lab.reset(spec.toString());
    }
  }

  @Test
  void aNarrowerColumnIsNamedWithItsLimit(TestDatabase database) throws SQLException {
    SpecLab lab = lab(database);
    database.run("ALTER TABLE auth_user MODIFY first_name varchar(30) NOT NULL");

    assertThatThrownBy(
            () -> lab.load("users: [{username: jane, first_name: " + "x".repeat(31) + "}]"))
        .isInstanceOf(RowProblem.class)
        .hasMessageContaining(
            "column auth_user.first_name holds at most 30 characters here, not 31");
  }

  @Test
  void anEngineWithoutTransactionsIsRefused(TestDatabase database) throws SQLException {
    SpecLab lab = lab(database);
    database.run(
        "SET FOREIGN_KEY_CHECKS = 0",
        "ALTER TABLE auth_registration DROP FOREIGN KEY" + " auth_registration_user_id_fk",
        "ALTER TABLE auth_registration ENGINE=MyISAM");

    assertThatThrownBy(() -> lab.load(USER))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("table auth_registration uses the engine MyISAM");
  }

  @Test
  void nativeUuidColumnsAreWrittenAndFoundAgain(TestDatabase database) throws SQLException {
    Requirement.applies(database.flavour() == Flavour.MARIADB, "only MariaDB has a uuid type");
    SpecLab lab = lab(database);
    database.run("ALTER TABLE student_courseenrollment_history MODIFY history_id uuid NOT NULL");
    String spec =
        USER
            + """
            enrollments:
              - username: jane_doe
                course_id: course-v1:edX+DemoX+Demo_Course
                history: [{history_date: 2026-01-02T03:04:05.000006Z, mode: audit}]
            """;

    lab.load(spec);

    assertThat(lab.load(spec)).isEmpty();
    assertThat(database.value("SELECT COUNT(*) FROM student_courseenrollment_history"))
        .isEqualTo("1");
  }
}
