package org.openedx.devdata.cli.keep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.report.failure.ExitCode;

/** Snapshots of the embedded MariaDB that are copies of its files. */
@Tag("database")
@Tag("once")
class SnapshotOfFilesTest {

  private static final String[] SAVE = {"snapshot", "save", "first", "--as", "files"};

  @TempDir private Path folder;
  @TempDir private Path other;

  @AfterEach
  void stop() {
    new CommandLab(folder).run("db", "stop");
    new CommandLab(other).run("db", "stop");
  }

  private CommandLab.Result run(String... arguments) {
    return new CommandLab(folder).run(arguments);
  }

  private static String fruit(Path where) {
    return new CommandLab(where)
        .run("db", "sql", "lms", "SELECT GROUP_CONCAT(name ORDER BY id) AS fruit FROM fruit")
        .out();
  }

  private void sql(String statement) {
    assertThat(run("db", "sql", "lms", statement).code()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void filesAreSavedComparedAndExchanged() throws IOException {
    run("db", "start");
    sql("CREATE TABLE fruit (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(20))");
    sql("INSERT INTO fruit (name) VALUES ('apple'), ('pear')");

    CommandLab.Result saved = run(SAVE);

    assertThat(saved.code()).as(saved.err()).isEqualTo(ExitCode.DONE);
    assertThat(saved.out()).contains("copied while it was stopped");
    assertThat(run("db", "status", "--format", "json").out()).contains("\"stays\": true");
    assertThat(run("snapshot", "diff", "first").code()).isEqualTo(ExitCode.DONE);
    sql("INSERT INTO fruit (name) VALUES ('plum')");
    sql("CREATE TABLE auth_more (id int PRIMARY KEY)");
    run("snapshot", "save", "second", "--as", "rows", "--only", "lms");
    assertThat(run("snapshot", "diff", "first", "second").out())
        .contains("lms fruit: 1 row added")
        .contains("table auth_more was not saved");
    assertThat(run("snapshot", "restore", "first", "--yes").err()).contains("auth_more");
    sql("DROP TABLE auth_more");

    CommandLab.Result restored = run("snapshot", "restore", "first", "--yes");

    assertThat(restored.code()).as(restored.err()).isEqualTo(ExitCode.DONE);
    assertThat(restored.err()).doesNotContain("restores rows");
    assertThat(fruit(folder)).contains("apple,pear\n");
    assertThat(run("snapshot", "diff", "first").code()).isEqualTo(ExitCode.DONE);
    sql("UPDATE fruit SET name = 'plum'");
    assertThat(run("snapshot", "restore", "first", "--tables", "fr*", "--yes").out())
        .contains("1 table restored, 4 rows");
    assertThat(fruit(folder)).contains("apple,pear\n");
    try (Stream<Path> left = Files.list(folder.resolve(".devdata/mariadb/opened"))) {
      assertThat(left.map(Path::getFileName).map(Path::toString)).containsOnly("lock");
    }
  }

  @Test
  void anotherServerGetsTheirRows() {
    run("db", "start");
    sql("CREATE TABLE fruit (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(20))");
    sql("INSERT INTO fruit (name) VALUES ('apple')");
    assertThat(run(SAVE).code()).isEqualTo(ExitCode.DONE);
    CommandLab there = new CommandLab(other);
    there.run("db", "start");
    there.run(
        "db",
        "sql",
        "lms",
        "CREATE TABLE fruit (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(20))");
    // Makes the tables of all services.
    there.run("snapshot", "save", "own", "--as", "rows");
    String from = folder.resolve(".devdata/snapshots").toString();

    CommandLab.Result restored = there.run("snapshot", "restore", "first", "--into", from, "--yes");

    assertThat(restored.code()).as(restored.err()).isEqualTo(ExitCode.DONE);
    assertThat(restored.err()).contains("they are of the server of another folder");
    assertThat(fruit(other)).contains("apple\n");
  }

  @Test
  void whatNoFilesCanBeOfIsRefused() {
    assertThat(run("snapshot", "save", "a", "--as", "files", "--only", "lms").err())
        .contains("leave --only and --tables out");
    assertThat(run("snapshot", "save", "a", "--as", "files", "--into", "a.tar").err())
        .contains("an archive holds rows");
    assertThat(run("snapshot", "save", "a", "--as", "files").err())
        .contains("only the embedded MariaDB's files can be copied");
  }
}
