package org.openedx.devdata.keep.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.plan.ledger.Ledgers;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;

/** Rows that a spec no longer describes, and whose they are. */
@DatabaseTest
class LedgerPruneTest extends LedgerLab {

  @Test
  void pruningRemovesWhatIsNoLongerSaid() throws SQLException {
    String both =
        "users: [{username: anna}, {username: ben}]\nenrollments:\n"
            + "- {username: anna, course_id: a/b/c}\n- {username: ben, course_id: d/e/f, mode: verified}\n";
    lab("one").load(both);
    SpecLab pruning = lab("one").removing(PRUNE);
    String anna = "users: [{username: anna}]\nenrollments: [{username: anna, course_id: a/b/c}]\n";

    assertThat(pruning.plan(both)).isEmpty();
    assertThat(pruning.load(both)).isEmpty();
    assertThat(pruning.plan(anna))
        .contains("delete auth_user ben", "delete student_courseenrollment ben, d/e/f");
    assertThat(count("auth_user")).isEqualTo("2");
    assertThat(pruning.load(anna))
        .contains("delete auth_user ben", "delete course_overviews_courseoverview d/e/f");
    assertThat(pruning.plan(anna)).isEmpty();
    assertThat(count("auth_user")).isEqualTo("1");
    resetting("one").reset(anna);
    assertThat(left()).isEmpty();
  }

  @Test
  void aRowThatAPersonHasRenamedIsNotPruned() throws SQLException {
    lab("one").load("users: [{username: anna}, {username: ben}]");
    database.run("UPDATE auth_user SET username = 'benjamin' WHERE username = 'ben'");
    database.run(
        "DELETE FROM auth_userprofile WHERE user_id IN"
            + " (SELECT id FROM auth_user WHERE username = 'benjamin')");

    assertThat(lab("one").removing(PRUNE).load("users: [{username: anna}]")).isEmpty();

    assertThat(count("auth_user")).isEqualTo("2");
  }

  @Test
  void pruningElsewhereIsRefusedWithoutAName() throws SQLException {
    lab("one").load(ANNA);
    Ledgers elsewhere = new SpecLedgers(origin("one", "other host"), Optional.empty());
    SpecLab other = new SpecLab(database, LMS).withLedgers(elsewhere).removing(PRUNE);

    assertThatThrownBy(() -> other.load(BEN))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("'one' was last loaded from /specs on host host")
        .hasMessageContaining("name: my-site");
    assertThat(count("auth_user")).isEqualTo("1");
    assertThat(other.reset(BEN)).isEmpty();
    assertThat(other.notes().toString()).contains("rows that this spec does not say are left");
    assertThat(count("auth_user")).isEqualTo("1");
  }
}
