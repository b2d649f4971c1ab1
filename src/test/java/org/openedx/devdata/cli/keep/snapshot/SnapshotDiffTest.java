package org.openedx.devdata.cli.keep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.DatabaseTest;

/** Differences between a snapshot and a database, or another snapshot. */
@DatabaseTest
class SnapshotDiffTest extends SnapshotLab {

  @Test
  void whatHasChangedSinceIsShown() throws SQLException {
    save();
    assertThat(run("snapshot", "diff", "first").code()).isEqualTo(ExitCode.DONE);
    database.run(
        "UPDATE fruit SET name = 'quince' WHERE id = 1",
        "DELETE FROM other",
        "INSERT INTO fruit (name) VALUES ('plum'), ('fig')");

    CommandLab.Result diff = run("snapshot", "diff", "first", "--limit", "2");

    assertThat(diff.code()).as(diff.err()).isEqualTo(ExitCode.DIFFERENCES);
    assertThat(diff.out())
        .contains("fruit: 2 rows added, 1 row changed")
        .contains("~ 1", "name: \"apple\" -> \"quince\"", "+ 3", "and 1 more row (--limit)")
        .contains("other: 1 row removed", "- 1")
        .contains("since snapshot first: 2 rows added, 1 row removed, 1 row changed, in 2 tables");
    assertThat(run("snapshot", "diff", "first", "--tables", "oth*").out())
        .contains("since snapshot first: 1 row removed, in 1 table");
    run("snapshot", "save", "second", "--only", "lms");
    assertThat(run("snapshot", "diff", "first", "second", "--verbose").out())
        .contains("+ 3", "name: \"plum\"", "from snapshot first to second: 2 rows added");
    assertThat(run("snapshot", "diff", "second").out()).contains("no differences since snapshot");
    database.run("ALTER TABLE other ADD more int");
    CommandLab.Result schema = run("snapshot", "diff", "second");
    assertThat(schema.code()).isEqualTo(ExitCode.DIFFERENCES);
    assertThat(schema.out()).contains("lms: table other: column more was not there");
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    save();

    assertThat(run("snapshot", "diff", "first", "--limit", "-1").code()).isEqualTo(ExitCode.USAGE);
    assertThat(run("snapshot", "diff", "first", "sceond").code()).isEqualTo(ExitCode.ABSENT);
    assertThat(run("snapshot", "diff", "first", "--only", "ecommerce").err())
        .contains("snapshot first has nothing of ecommerce");
  }

  @Test
  void servicesThatASnapshotDoesNotHoldAreNamed() {
    save();
    for (String command : List.of("diff", "restore")) {
      CommandLab.Result absent = run("snapshot", command, "first", "--only", "lms+aspects");

      assertThat(absent.code()).isEqualTo(ExitCode.ABSENT);
      assertThat(absent.err()).contains("snapshot first has nothing of aspects; it has lms");
      assertThat(run("snapshot", command, "first", "--only", "x".repeat(3_000)).err())
          .hasSizeLessThan(300);
    }
    lab.variable("DEVDATA_ASPECTS_URL", "http://127.0.0.1:9");
    CommandLab.Result away = lab.run("snapshot", "save", "second");
    assertThat(away.code()).isEqualTo(ExitCode.FAILED);
    assertThat(away.err()).contains("http://127.0.0.1:9").contains("cannot be reached");
  }
}
