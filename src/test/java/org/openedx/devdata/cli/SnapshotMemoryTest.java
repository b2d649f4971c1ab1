package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.Main;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.JavaCommand;
import org.openedx.devdata.testing.TestDatabase;

/** Snapshots of a database that is several times as large as the heap. */
@Tag("once")
@DatabaseTest
class SnapshotMemoryTest {

  private static final String HEAP = "-Xmx48m";

  @TempDir private Path folder;

  @Test
  void theHeapDoesNotGrowWithTheRows(TestDatabase database) throws Exception {
    database.run(
        "CREATE TABLE digits (n int NOT NULL PRIMARY KEY)",
        "INSERT INTO digits VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)",
        "CREATE TABLE state (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, doc longtext NOT NULL)",
        "INSERT INTO state (doc) SELECT REPEAT(CONCAT(a.n, b.n, c.n, d.n, e.n), 700) FROM digits a,"
            + " digits b, digits c, digits d, digits e WHERE e.n < 4",
        // Of a table without a whole number as its key, hashes of rows are compared.
        "CREATE TABLE word (name varchar(40) NOT NULL PRIMARY KEY, doc text NOT NULL)",
        "INSERT INTO word SELECT CONCAT('w', id), LEFT(doc, 500) FROM state");
    String before = database.rows("CHECKSUM TABLE state, word").toString();

    run(database, 0, "save", "all", "--only", "lms");
    database.run(
        "UPDATE state SET doc = CONCAT(doc, '!') WHERE id % 1000 = 7",
        "UPDATE word SET doc = 'x' WHERE name LIKE '%77'");
    run(database, 4, "diff", "all", "--only", "lms");
    run(database, 0, "restore", "all", "--only", "lms", "--yes");
    assertThat(database.rows("CHECKSUM TABLE state, word").toString()).isEqualTo(before);
    database.run("TRUNCATE TABLE state", "DELETE FROM word");
    run(database, 0, "restore", "all", "--only", "lms", "--yes");
    assertThat(database.rows("CHECKSUM TABLE state, word").toString()).isEqualTo(before);
  }

  private void run(TestDatabase database, int code, String... arguments)
      throws IOException, InterruptedException {
    List<String> line = JavaCommand.main(Main.class);
    line.add(1, HEAP);
    line.add("snapshot");
    line.addAll(new ArrayList<>(List.of(arguments)));
    Path errors = folder.resolve("errors.txt");
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out.txt").toFile())
            .redirectError(errors.toFile());
    builder.environment().putAll(database.variables("lms"));
    Process process = builder.start();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue())
          .as("%s: %s", arguments[0], Files.readString(errors))
          .isEqualTo(code);
    } finally {
      process.destroyForcibly();
    }
  }
}
