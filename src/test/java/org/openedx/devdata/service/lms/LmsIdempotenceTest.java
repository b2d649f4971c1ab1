package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.factory.DjangoPassword;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Second loads after something else has changed the rows. */
@DatabaseTest
class LmsIdempotenceTest extends LmsTwice {

  @Test
  void aPasswordThatDjangoHashedAgainStillMatches() throws SQLException {
    String spec = "users: [{username: jane, password: pässwörd}]";
    lab.load(spec);
    String rehashed = DjangoPassword.encode("pässwörd", "abcdefghijklmnopqrstuv", 20_000);
    database.run(
        "UPDATE auth_user SET last_login = '2026-05-01 00:00:00', password = '" + rehashed + "'");

    assertThat(lab.load(spec)).isEmpty();
    assertThat(database.value("SELECT password FROM auth_user")).isEqualTo(rehashed);
  }

  @Test
  void anotherPasswordIsWritten() throws SQLException {
    lab.load("users: [{username: jane, password: one}]");

    assertThat(lab.load("users: [{username: jane, password: two}]"))
        .containsExactly("update auth_user jane {password: ******** -> (changed)}");
    assertThat(DjangoPassword.matches("two", database.value("SELECT password FROM auth_user")))
        .contains(true);
  }

  @Test
  void aReadyMadeHashThatDjangoUpgradedIsLeftAlone() throws SQLException {
    String spec =
        "users: [{username: jane, password_hash: '"
            + DjangoPassword.encode("test", "seasalt", 1_000)
            + "'}]";
    lab.load(spec);
    database.run(
        "UPDATE auth_user SET password = '" + DjangoPassword.encode("test", "other", 2_000) + "'");

    assertThat(lab.load(spec)).isEmpty();
  }

  @Test
  void whatTheSpecDoesNotSayIsLeftAlone() throws SQLException {
    lab.load("users: [{username: jane}]");
    database.run(
        "UPDATE auth_user SET last_login = NOW(), first_name = 'J', email = 'j@example.org'",
        "UPDATE auth_userprofile SET name = 'Changed by hand'");

    assertThat(lab.load("users: [{username: jane}]")).isEmpty();
  }

  @Test
  void keysThatTheDatabaseCallsEqualAreFoundAgainAndKeepTheirSpelling() throws SQLException {
    lab.load("users: [{username: Jane_Doe}]");

    assertThatThrownBy(() -> lab.load("users: [{username: jane_doe}]"))
        .isInstanceOf(RowProblem.class)
        .hasMessageContaining("auth_user.username is 'Jane_Doe' in this database");
    assertThat(database.rows("SELECT username FROM auth_user"))
        .containsExactly(List.of("Jane_Doe"));
  }

  @Test
  void aVerificationThatTheLearnerHasIsEnough() throws SQLException {
    lab.load("users: [{username: jane}]\nverifications: [{username: jane, type: manual}]");

    lab.load("enrollments: [{username: jane, course_id: " + COURSE + ", mode: verified}]");

    assertThat(
            database.value("SELECT COUNT(*) FROM verify_student_softwaresecurephotoverification"))
        .isEqualTo("0");
  }

  @Test
  void anExpiredVerificationIsNotEnough() throws SQLException {
    lab.load(
        "users: [{username: jane}]\n"
            + "verifications: [{username: jane, type: manual, expiration_date: now - 1d}]\n"
            + "enrollments: [{username: jane, course_id: "
            + COURSE
            + ", mode: verified}]");

    assertThat(
            database.value(
                "SELECT COUNT(*) FROM verify_student_softwaresecurephotoverification"
                    + " WHERE status = 'approved'"))
        .isEqualTo("1");
  }

  @Test
  void sameSpecSameClockSameSeedGiveTheSameRows() throws SQLException {
    String spec =
        "users: [{username: jane, is_active: false, groups: [a, b]}, {username: x9}]\n"
            + "enrollments: [{username: jane, course_id: "
            + COURSE
            + ", mode: verified}]";
    TestDatabase other = database.another("other");
    lab.load(spec);
    new SpecLab(other, LmsService.lms()).withTables().loadAt(SpecLab.NOW, spec);

    for (var table : LmsService.lms().tables().all()) {
      String query = "SELECT * FROM " + table;
      assertThat(other.rows(query)).as(table.name()).isEqualTo(database.rows(query));
    }
  }

  @Test
  void anImpliedCourseThatSomebodyChangedSurvivesAReset() throws SQLException {
    String spec = "users: [{username: jane}]\nenrollments: [{username: jane, course_id: a/b/c}]";
    lab.load(spec);
    database.run("UPDATE course_overviews_courseoverview SET display_name = 'Mine now'");

    lab.reset(spec);

    assertThat(database.rows("SELECT id FROM course_overviews_courseoverview")).hasSize(1);
    assertThat(database.rows("SELECT id FROM auth_user")).isEmpty();
  }
}
