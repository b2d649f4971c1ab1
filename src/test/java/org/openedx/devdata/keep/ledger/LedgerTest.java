package org.openedx.devdata.keep.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;

/** Resets by what the ledger knows: created rows go, others stay. */
@DatabaseTest
class LedgerTest extends LedgerLab {

  @Test
  void aResetTakesWhatWasCreatedAndLeavesWhatWasThere() throws SQLException {
    new SpecLab(database, LMS).load("users: [{username: anna}]");

    assertThat(lab("one").load(ANNA)).isNotEmpty();
    SpecLab reset = resetting("one");
    reset.reset(ANNA);

    assertThat(reset.notes()).containsExactly("left 1 auth_user", "left 1 auth_userprofile");
    assertThat(left()).containsExactly("auth_user", "auth_userprofile");
    assertThat(count("devdata_ledger")).isEqualTo("0");
  }

  @Test
  void adoptedRowsGoWhenAskedFor() throws SQLException {
    new SpecLab(database, LMS).load("users: [{username: anna}]");
    lab("one").load(ANNA);

    resetting("one").removing(ADOPTED).reset(ANNA);

    assertThat(left()).isEmpty();
  }

  @Test
  void aSecondLoadWritesNothing() throws SQLException {
    lab("one").load(ANNA);
    String before = database.rows("SELECT * FROM devdata_ledger").toString();

    assertThat(lab("one").load(ANNA)).isEmpty();

    assertThat(database.rows("SELECT * FROM devdata_ledger").toString()).isEqualTo(before);
  }

  @Test
  void whatTwoSpecsNeedGoesWithTheLast() throws SQLException {
    for (boolean firstIsReset : new boolean[] {true, false}) {
      lab("one").load(ANNA);
      lab("two").load(BEN);

      resetting(firstIsReset ? "one" : "two").reset(firstIsReset ? ANNA : BEN);

      assertThat(lab("two").plan(firstIsReset ? BEN : ANNA)).isEmpty();
      assertThat(count("course_modes_coursemode")).isEqualTo("1");
      resetting(firstIsReset ? "two" : "one").reset(firstIsReset ? BEN : ANNA);
      assertThat(left()).isEmpty();
    }
  }

  @Test
  void whatTwoSpecsSayGoesWithTheLast() throws SQLException {
    lab("one").load(ANNA);
    lab("two").load(ANNA);
    SpecLab reset = resetting("one");

    assertThat(reset.reset(ANNA)).isEmpty();

    assertThat(reset.notes()).contains("left 1 auth_user of two");
    assertThat(lab("two").plan(ANNA)).isEmpty();
    assertThat(count("schedules_schedule")).isEqualTo("1");
    resetting("two").reset(ANNA);
    assertThat(left()).isEmpty();
  }

  @Test
  void aResetWithoutAnyLoadLeavesEverything() throws SQLException {
    new SpecLab(database, LMS).load(ANNA);
    SpecLab reset = resetting("one");

    assertThat(reset.reset(ANNA)).isEmpty();

    assertThat(reset.notes().get(0))
        .contains("no load of 'one' is remembered here")
        .contains("--adopted");
    reset.removing(ADOPTED).reset(ANNA);
    assertThat(left()).isEmpty();
  }

  @Test
  void aResetTakesWhatEarlierLoadsMade() throws SQLException {
    lab("one").load(ANNA);
    lab("one").load(BEN);

    resetting("one").reset(BEN);

    assertThat(left()).isEmpty();
  }
}
