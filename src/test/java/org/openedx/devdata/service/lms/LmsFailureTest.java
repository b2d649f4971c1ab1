package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.testing.DatabaseTest;

/** Records that the database refuses: every table stays as it was. */
@DatabaseTest
class LmsFailureTest extends LmsChecksums {

  private static final String COURSE = "course-v1:edX+DemoX+Demo_Course";

  @Test
  void aLastRecordThatTheDatabaseRefusesLeavesEveryTableAsItWas() throws SQLException {
    database.run(
        "CREATE TRIGGER refuse BEFORE INSERT ON auth_userprofile FOR EACH ROW BEGIN"
            + " IF NEW.name = 'Last One' THEN SIGNAL SQLSTATE '23000'"
            + " SET MESSAGE_TEXT = 'no last ones here'; END IF; END");
    List<List<List<String>>> before = checksums();

    assertThatThrownBy(() -> lab.inChunksOf(400).load(users(1_000, "last_one")))
        .isInstanceOf(RowProblem.class)
        .hasMessage("spec.yaml:1002:3: no last ones here");
    assertThat(checksums()).isEqualTo(before);
  }

  @Test
  void anEmailThatAnotherAccountHasIsToldWithItsRecord() throws SQLException {
    List<List<List<String>>> before = checksums();

    assertThatThrownBy(() -> lab.load("users:\n- username: other\n  email: BEFORE@example.com\n"))
        .isInstanceOf(RowProblem.class)
        .hasMessage(
            "spec.yaml:2:3: auth_user needs email to be unique, but 'BEFORE@example.com' is taken"
                + " by auth_user 'before'; choose another, or let the specs give that one another"
                + " value first");
    assertThat(checksums()).isEqualTo(before);
  }

  @Test
  void allUnknownUsersAreToldAtOnce() throws SQLException {
    List<List<List<String>>> before = checksums();

    assertThatThrownBy(
            () ->
                lab.load(
                    """
                    users: [{username: alice}]
                    enrollments:
                      - {username: Alice, course_id: %1$s}
                      - {username: alcie, course_id: %1$s}
                      - {username: before, course_id: %1$s}
                      - {username: nobody, course_id: %1$s}
                    """
                        .formatted(COURSE)))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "spec.yaml:4:16: user 'alcie' is neither in the specs nor in the database; did you mean"
                + " \"alice\"?\n"
                + "spec.yaml:6:16: user 'nobody' is neither in the specs nor in the database;"
                + " declare it under users, or set create_missing: true to have it made");
    assertThat(checksums()).isEqualTo(before);
  }

  @Test
  void missingUsersAreMadeWhenTheSpecSaysSo() throws SQLException {
    List<String> changes =
        lab.load(
            "create_missing: true\nenrollments: [{username: new_one, course_id: " + COURSE + "}]");

    assertThat(changes).contains("create auth_user new_one", "create auth_userprofile new_one");
  }
}
