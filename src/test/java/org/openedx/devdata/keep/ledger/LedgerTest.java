package org.openedx.devdata.keep.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.Removal;
import org.openedx.devdata.plan.ledger.Ledgers;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Loads and resets of specs whose loads are remembered, on a database with rows of its own. */
@DatabaseTest
class LedgerTest {

  private static final LmsService LMS = LmsService.lms();
  private static final Removal PRUNE = new Removal(true, false, false);
  private static final Removal ADOPTED = new Removal(true, true, false);

  private static final String ANNA =
      "users: [{username: anna}]\n"
          + "enrollments: [{username: anna, course_id: a/b/c, mode: verified}]\n";
  private static final String BEN =
      "users: [{username: ben}]\nenrollments: [{username: ben, course_id: a/b/c, mode: verified}]\n";

  private TestDatabase database;

  @BeforeEach
  void tables(TestDatabase fresh) throws SQLException {
    database = fresh;
    new SpecLab(fresh, LMS).withTables();
  }

  static LoadOrigin origin(String spec, String host) {
    return new LoadOrigin(spec, false, host, "/specs", "test", SpecLab.NOW);
  }

  private SpecLab lab(String spec) {
    return new SpecLab(database, LMS)
        .withLedgers(new SpecLedgers(origin(spec, "host"), Optional.empty()))
        .removing(Removal.NONE);
  }

  private SpecLab resetting(String spec) {
    return lab(spec).removing(PRUNE);
  }

  private String count(String table) throws SQLException {
    return database.value("SELECT COUNT(*) FROM " + table);
  }

  /** Tables that have rows. */
  private List<String> left() throws SQLException {
    StringBuilder query = new StringBuilder();
    for (Table table : LMS.tables().all()) {
      query
          .append(query.isEmpty() ? "" : " UNION ALL ")
          .append(
              "SELECT '%s' FROM DUAL WHERE EXISTS (SELECT 1 FROM %s)"
                  .formatted(table.name(), table));
    }
    return database.rows(query.toString()).stream().map(row -> row.get(0)).toList();
  }

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
  void aResetTakesWhatEarlierLoadsMade() throws SQLException {
    lab("one").load(ANNA);
    lab("one").load(BEN);

    resetting("one").reset(BEN);

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

  @Test
  void aLedgerOfALaterVersionIsRefused() throws SQLException {
    lab("one").load(ANNA);
    database.run("UPDATE devdata_ledger SET format = 2 WHERE part = 0");

    assertThatThrownBy(() -> lab("one").load(BEN))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("was written by a later devdata (form 2, this one reads up to 1)");
    assertThat(count("auth_user")).isEqualTo("1");
  }

  @Test
  void withoutTheRightToCreateATableALoadWarnsAndAFileDoes(@TempDir Path folder)
      throws SQLException {
    TestDatabase limited = database.withUser("SELECT, INSERT, UPDATE, DELETE");
    SpecLab lab =
        new SpecLab(limited, LMS)
            .withLedgers(new SpecLedgers(origin("one", "host"), Optional.empty()));

    assertThat(lab.load(ANNA)).isNotEmpty();
    assertThat(lab.notes()).hasSize(1);
    assertThat(lab.reset(ANNA)).isEmpty();
    lab.removing(ADOPTED).reset(ANNA);
    assertThat(left()).isEmpty();

    Path file = folder.resolve("ledger.json");
    SpecLab filed =
        new SpecLab(limited, LMS)
            .withLedgers(new SpecLedgers(origin("one", "host"), Optional.of(file)));
    filed.load(ANNA);
    assertThat(filed.notes()).isEmpty();
    assertThat(file).exists();
    new SpecLab(limited, LMS)
        .withLedgers(new SpecLedgers(origin("one", "host"), Optional.of(file)))
        .removing(PRUNE)
        .reset(ANNA);
    assertThat(left()).isEmpty();
  }

  @Test
  void aFileThatIsNoLedgerIsRefused(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("ledger.json");
    Files.writeString(file, "{\"format\": 7}");
    assertThatThrownBy(() -> LedgerFile.read(file)).hasMessageContaining("later devdata (form 7");
    Files.writeString(file, "[1,");
    assertThatThrownBy(() -> LedgerFile.read(file)).hasMessageContaining("cannot be read");
    Files.writeString(file, "{}");
    assertThatThrownBy(() -> LedgerFile.read(file)).hasMessageContaining("is no ledger");
  }
}
