package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openedx.devdata.service.lms.ChangedTables.lab;
import static org.openedx.devdata.service.lms.ChangedTables.users;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.Flavour;
import org.openedx.devdata.testing.Requirement;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Tables and columns that other releases and forks have, or lack. */
@DatabaseTest
class SchemaDifferencesTest {

  private static final String USER = "users: [{username: jane_doe, name: Jane Doe}]\n";

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
                + " exist in this database, or this user may not see it; its release may differ");
    assertThat(database.value("SELECT COUNT(*) FROM course_overviews_courseoverview"))
        .isEqualTo("1");
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
