package org.openedx.devdata.keep.snapshot.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.CommandProcess;
import org.openedx.devdata.cli.report.failure.ExitCode;

/** {@code kill -9} of a command that copies or exchanges the embedded MariaDB's files. */
@Tag("database")
@Tag("once")
class FilesKilledTest {

  @TempDir private Path folder;
  private CommandLab lab;

  @BeforeEach
  void fill() {
    lab = new CommandLab(folder);
    lab.run("db", "start");
    sql("CREATE TABLE fruit (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(20))");
    sql("INSERT INTO fruit (name) VALUES ('apple')");
  }

  @AfterEach
  void stop() {
    lab.run("db", "stop");
  }

  private Path home() {
    return folder.resolve(".devdata/mariadb");
  }

  private CommandLab.Result sql(String statement) {
    CommandLab.Result result = lab.run("db", "sql", "lms", statement);
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    return result;
  }

  private void kill(BooleanSupplier reached, String... arguments)
      throws IOException, InterruptedException {
    try (CommandProcess command = CommandProcess.start(folder, Map.of(), arguments)) {
      command.killWhen(reached);
    }
  }

  @Test
  void theServerHasTheOldOrTheNewFiles() throws Exception {
    aSaveLeavesNoSnapshotAndTheServerAsItWas();
    assertThat(lab.run("snapshot", "save", "first", "--as", "files").code())
        .isEqualTo(ExitCode.DONE);
    List<BooleanSupplier> moments =
        List.of(
            () -> Files.exists(home().resolve("data.copied/ibdata1")),
            () -> Files.exists(home().resolve("data.whole")));
    for (BooleanSupplier moment : moments) {
      sql("UPDATE fruit SET name = 'plum'");
      kill(moment, "snapshot", "restore", "first", "--yes");

      CommandLab.Result next = sql("SELECT name FROM fruit");

      assertThat(next.out()).containsAnyOf("plum", "apple");
      try (Stream<Path> left = Files.list(home())) {
        assertThat(left.map(path -> path.getFileName().toString()))
            .doesNotContain("data.copied", "data.whole", "data.before");
      }
      // The files are those of one moment, so that nothing is half restored.
      assertThat(lab.run("snapshot", "save", "rows", "--as", "rows", "--into", "rows.tar").code())
          .isEqualTo(ExitCode.DONE);
      Files.delete(folder.resolve("rows.tar"));
    }
    assertThat(lab.run("snapshot", "restore", "first", "--yes").err()).doesNotContain("not end");
    assertThat(sql("SELECT name FROM fruit").out()).contains("apple");
  }

  private void aSaveLeavesNoSnapshotAndTheServerAsItWas() throws Exception {
    Path copy = folder.resolve(".devdata/snapshots/.unfinished-first/lms/files/ibdata1");
    kill(() -> Files.exists(copy), "snapshot", "save", "first", "--as", "files");

    assertThat(lab.run("snapshot", "list").out()).contains("no snapshots");
    assertThat(sql("SELECT name FROM fruit").out()).contains("apple");
  }
}
