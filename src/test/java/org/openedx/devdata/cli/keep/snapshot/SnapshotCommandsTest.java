package org.openedx.devdata.cli.keep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.DatabaseTest;

/** Snapshots that are saved, listed, restored and deleted. */
@DatabaseTest
class SnapshotCommandsTest extends SnapshotLab {

  @Test
  void aSavedStateIsListedShownRestoredAndDeleted() throws SQLException {
    assertThat(save().out())
        .contains("left out: views (shown)")
        .contains("snapshot first: 3 rows in 1 part");
    assertThat(run("snapshot", "list").out()).contains("first").contains("2026-03-29T01:30:00Z");
    database.run("DELETE FROM fruit WHERE id = 2", "INSERT INTO fruit (name) VALUES ('plum')");

    CommandLab.Result restored = run("snapshot", "restore", "first", "--yes");

    assertThat(restored.code()).as(restored.err()).isEqualTo(ExitCode.DONE);
    assertThat(restored.out())
        .contains("1 table was as in snapshot first, 1 table restored, 2 rows removed or written");
    assertThat(database.rows("SELECT * FROM fruit"))
        .containsExactly(List.of("1", "apple"), List.of("2", "pear"));
    assertThat(run("snapshot", "show", "first").out()).contains("fruit");
    assertThat(run("snapshot", "delete", "first").code()).isEqualTo(ExitCode.DONE);
    assertThat(run("snapshot", "list").out()).contains("no snapshots");
  }

  @Test
  void onlyWhatIsMeantIsSavedAndRestored() throws SQLException {
    save("--into", "one.tar", "--tables", "fru*");
    database.run("DELETE FROM fruit", "DELETE FROM other");

    assertThat(
            run("snapshot", "restore", "first", "--into", "one.tar", "--yes", "--tables", "f*")
                .code())
        .isEqualTo(ExitCode.DONE);
    assertThat(database.value("SELECT COUNT(*) FROM fruit")).isEqualTo("2");
    assertThat(database.value("SELECT COUNT(*) FROM other")).isEqualTo("0");
  }

  @Test
  void nothingIsReplacedWithoutConsentOrInAnotherSchema() throws SQLException {
    save();
    database.run("DELETE FROM fruit");

    assertThat(run("snapshot", "restore", "first").code()).isEqualTo(ExitCode.USAGE);
    assertThat(run("snapshot", "restore", "first", "--dry-run").out()).contains("3 rows");
    database.run("ALTER TABLE other ADD more int");
    CommandLab.Result refused = run("snapshot", "restore", "first", "--yes");
    assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err()).contains("table other: column more was not there");
    assertThat(database.value("SELECT COUNT(*) FROM fruit")).isEqualTo("0");
    assertThat(run("snapshot", "restore", "first", "--yes", "--force-columns").code())
        .isEqualTo(ExitCode.DONE);
    assertThat(database.value("SELECT COUNT(*) FROM fruit")).isEqualTo("2");
  }

  @Test
  void namesThatAreTakenMissingOrNoneAreRefused() {
    save();

    assertThat(save().err()).contains("exists already");
    assertThat(run("snapshot", "save", "../x", "--only", "lms").err())
        .contains("cannot be the name of a snapshot");
    CommandLab.Result missing = run("snapshot", "show", "frist");
    assertThat(missing.code()).isEqualTo(ExitCode.ABSENT);
    assertThat(missing.err()).contains("did you mean \"first\"?");
  }
}
