package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.Requirement;
import org.openedx.devdata.testing.TestDatabase;

@DatabaseTest
class SnapshotCommandsTest {

  @TempDir private Path folder;
  private TestDatabase database;
  private CommandLab lab;

  @BeforeEach
  void server(TestDatabase fresh) throws SQLException {
    database = fresh;
    lab = new CommandLab(folder).database("lms", fresh);
    fresh.run(
        "CREATE TABLE fruit (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(20))",
        "CREATE TABLE other (id int NOT NULL PRIMARY KEY)",
        "INSERT INTO fruit (name) VALUES ('apple'), ('pear')",
        "INSERT INTO other VALUES (1)",
        "CREATE VIEW shown AS SELECT id FROM fruit");
  }

  private CommandLab.Result run(String... arguments) {
    return lab.run(arguments);
  }

  private CommandLab.Result save(String... more) {
    return run(
        Stream.concat(Stream.of("snapshot", "save", "first", "--only", "lms"), Stream.of(more))
            .toArray(String[]::new));
  }

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
  void servicesWhoseRowsAreElsewhereAreNamed() {
    CommandLab.Result refused = run("snapshot", "save", "second", "--only", "lms+aspects");
    assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("--only aspects: ").contains("ClickHouse");
    save();
    for (String command : List.of("diff", "restore")) {
      CommandLab.Result absent = run("snapshot", command, "first", "--only", "lms+aspects");

      assertThat(absent.code()).isEqualTo(ExitCode.ABSENT);
      assertThat(absent.err()).contains("snapshot first has nothing of aspects; it has lms");
      assertThat(run("snapshot", command, "first", "--only", "x".repeat(3_000)).err())
          .hasSizeLessThan(300);
    }
    lab.variable("DEVDATA_ASPECTS_URL", "http://127.0.0.1:9");
    assertThat(lab.run("snapshot", "save", "second").err())
        .contains("left out: aspects, whose rows are in ClickHouse");
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

  @Test
  void aRestoreThatDidNotEndIsReported() throws IOException {
    save();
    CommandLab.Result broken = null;
    try (Stream<Path> files = Files.list(folder.resolve(".devdata/snapshots/first/lms"))) {
      for (Path file : files.filter(one -> one.toString().contains("fruit")).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, new byte[0]);
        try {
          database.run("DELETE FROM fruit");
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
        broken = run("snapshot", "restore", "first", "--yes");
        Files.write(file, bytes);
      }
    }
    assertThat(broken.code()).isEqualTo(ExitCode.FAILED);

    CommandLab.Result next = run("snapshot", "restore", "first", "--yes");

    assertThat(next.code()).isEqualTo(ExitCode.DONE);
    assertThat(next.err()).contains("did not end");
    assertThat(run("snapshot", "restore", "first", "--yes").err()).doesNotContain("did not end");
  }

  /** A real file system of one megabyte, where this machine allows to mount one. */
  @Test
  void aFullDiskLeavesNoSnapshot() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    boolean mounted = command("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small.toString());
    Requirement.applies(mounted, "this machine mounts no tmpfs");
    try {
      database.run(
          "CREATE TABLE bulky (id int NOT NULL PRIMARY KEY, noise longblob)",
          "INSERT INTO bulky SELECT a.id * 10 + b.id, RANDOM_BYTES(1024) FROM fruit a, fruit b");
      for (int i = 0; i < 10; i++) {
        database.run(
            "INSERT INTO bulky SELECT id + 100 * (SELECT COUNT(*) FROM bulky x), RANDOM_BYTES(1024)"
                + " FROM bulky");
      }

      CommandLab.Result full = save("--into", "small");

      assertThat(full.code()).isEqualTo(ExitCode.FAILED);
      assertThat(full.err()).contains("its disk is full");
      try (Stream<Path> left = Files.list(small)) {
        assertThat(left).isEmpty();
      }
    } finally {
      command("umount", small.toString());
    }
  }

  private static boolean command(String... line) throws IOException, InterruptedException {
    try {
      Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }
}
