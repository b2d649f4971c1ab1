package org.openedx.devdata.cli.keep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.Requirement;

/** Snapshots and restores that did not end. */
@DatabaseTest
class SnapshotFailureTest extends SnapshotLab {

  @TempDir private Path other;

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
    CommandLab.Result half = run("snapshot", "save", "second", "--only", "lms");
    assertThat(half.code()).isEqualTo(ExitCode.FAILED);
    assertThat(half.err())
        .contains("did not end: some tables are as they were and others as they were saved")
        .contains("or save that with --force");
    assertThat(run("snapshot", "list").out()).doesNotContain("second");
    assertThat(elsewhere("snapshot", "save", "second", "--only", "lms").err())
        .contains("user root) did not end: some tables");
    assertThat(run("snapshot", "save", "second", "--only", "lms", "--force").out())
        .contains("; an earlier restore into it had not ended");

    CommandLab.Result next = run("snapshot", "restore", "first", "--yes");

    assertThat(next.code()).isEqualTo(ExitCode.DONE);
    assertThat(next.err()).contains("did not end");
    assertThat(run("snapshot", "restore", "first", "--yes").err()).doesNotContain("did not end");
    assertThat(run("snapshot", "save", "third", "--only", "lms").code()).isEqualTo(ExitCode.DONE);
    assertThat(elsewhere("snapshot", "save", "third", "--only", "lms").code()).isZero();
  }

  /** A command in another folder, which no mark of the first one's reaches. */
  private CommandLab.Result elsewhere(String... line) {
    return new CommandLab(other).database("lms", database).run(line);
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
