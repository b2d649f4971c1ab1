package org.openedx.devdata.cli.keep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.CommandProcess;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.Requirement;
import org.openedx.devdata.testing.TestDatabase;

/** Media files in snapshots, beside the database of content. */
@DatabaseTest
class SnapshotMediaTest {

  private static final int FILES = 600;

  @TempDir private Path folder;
  private TestDatabase database;
  private Path media;
  private CommandLab lab;

  @BeforeEach
  void site(TestDatabase fresh) throws IOException {
    database = fresh;
    lab = new CommandLab(folder).database("content", fresh);
    media = Files.createDirectory(folder.resolve("media"));
  }

  private void fill(Path target, String content) throws IOException {
    for (int i = 0; i < FILES; i++) {
      Path file = target.resolve("d" + i % 7 + "/f" + i);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content + i);
    }
  }

  private CommandLab.Result run(String... line) {
    return lab.run(Stream.concat(Stream.of("snapshot"), Stream.of(line)).toArray(String[]::new));
  }

  private long filesWith(Path target, String content) throws IOException {
    long count = 0;
    for (int i = 0; i < FILES; i++) {
      if (Files.readString(target.resolve("d" + i % 7 + "/f" + i)).equals(content + i)) {
        count++;
      }
    }
    return count;
  }

  @Test
  void filesAreSavedComparedAndRestored() throws Exception {
    database.run(
        "CREATE TABLE fruit (id int NOT NULL PRIMARY KEY)", "INSERT INTO fruit VALUES (1)");
    fill(media, "old");
    CommandLab.Result saved = run("save", "first", "--only", "content", "--media-root", "media");
    assertThat(saved.code()).as(saved.err()).isEqualTo(ExitCode.DONE);
    assertThat(saved.out())
        .contains("media  600 files", "snapshot first: 1 row and 600 files in 2 parts");
    Files.writeString(media.resolve("d0/f0"), "new");
    Files.delete(media.resolve("d1/f1"));
    Files.writeString(media.resolve("d1/more"), "");

    CommandLab.Result diff = run("diff", "first", "--media-root", "media");

    assertThat(diff.code()).as(diff.err()).isEqualTo(ExitCode.DIFFERENCES);
    assertThat(diff.out())
        .contains(
            "media files: 1 file added, 1 file removed, 1 file changed",
            "~ d0/f0",
            "size: \"4\" -> \"3\"",
            "- d1/f1",
            "+ d1/more",
            "since snapshot first: 1 file added, 1 file removed, 1 file changed");
    assertThat(run("diff", "first").err()).contains("--media-root DIR");
    assertThat(run("diff", "first", "--tables", "*").code()).isEqualTo(ExitCode.DONE);
    CommandLab.Result restored = run("restore", "first", "--yes", "--media-root", "media");
    assertThat(restored.out())
        .contains("media: 598 files were as in snapshot first, 3 files restored, 3 files removed");
    assertThat(run("diff", "first", "--media-root", "media").code()).isEqualTo(ExitCode.DONE);
    assertThat(run("save", "none", "--only", "content").err())
        .contains("left out: media files; --media-root DIR names their folder");
  }

  @Test
  void aRestoreThatIsKilledLeavesEachFileOldOrNew() throws Exception {
    fill(media, "old");
    assertThat(run("save", "first", "--only", "content", "--media-root", "media").code())
        .isEqualTo(ExitCode.DONE);
    fill(media, "new");
    Map<String, String> variables = new HashMap<>();
    variables.put("DEVDATA_CONTENT_URL", database.jdbcUrl());
    variables.put("DEVDATA_CONTENT_USER", database.user());
    variables.put("DEVDATA_CONTENT_PASSWORD", database.password());
    variables.put("DEVDATA_MEDIA_ROOT", "media");
    try (CommandProcess command =
        CommandProcess.start(folder, variables, "snapshot", "restore", "first", "--yes")) {
      command.killWhen(
          () -> {
            try {
              return filesWith(media, "old") > 20;
            } catch (IOException replaced) {
              return false;
            }
          });
    }
    long old = filesWith(media, "old");
    assertThat(old).isBetween(20L, FILES - 1L);
    assertThat(filesWith(media, "new")).isEqualTo(FILES - old);

    CommandLab.Result next = run("restore", "first", "--yes", "--media-root", "media");

    assertThat(next.err()).contains("did not end");
    assertThat(filesWith(media, "old")).isEqualTo(FILES);
    try (Stream<Path> all = Files.walk(media)) {
      assertThat(all.filter(Files::isRegularFile)).hasSize(FILES + 1);
    }
  }

  /** A real file system of a few megabytes, where this machine allows to mount one. */
  @Test
  void aFullDiskLeavesEachFileOldOrNew() throws Exception {
    boolean mounted = command("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", media.toString());
    Requirement.applies(mounted, "this machine mounts no tmpfs");
    try {
      Files.write(media.resolve("large"), new byte[2 << 20]);
      Files.writeString(media.resolve("small"), "old");
      assertThat(run("save", "first", "--only", "content", "--media-root", "media").code())
          .isEqualTo(ExitCode.DONE);
      Files.write(media.resolve("large"), new byte[] {1});
      Path filler = media.resolve("other/filler");
      Files.createDirectory(filler.getParent());
      // What was not saved goes first: the disk is filled by a file that is held open.
      try (OutputStream held = Files.newOutputStream(filler)) {
        held.write(new byte[3 << 20]);
        CommandLab.Result full = run("restore", "first", "--yes", "--media-root", "media");
        assertThat(full.code()).as(full.out()).isEqualTo(ExitCode.FAILED);
        assertThat(full.err()).contains("its disk is full");
      }
      assertThat(Files.size(media.resolve("large"))).isEqualTo(1);
      assertThat(Files.readString(media.resolve("small"))).isEqualTo("old");
      assertThat(run("restore", "first", "--yes", "--media-root", "media").code())
          .isEqualTo(ExitCode.DONE);
      assertThat(Files.size(media.resolve("large"))).isEqualTo(2 << 20);
    } finally {
      command("umount", media.toString());
    }
  }

  private static boolean command(String... line) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }
}
