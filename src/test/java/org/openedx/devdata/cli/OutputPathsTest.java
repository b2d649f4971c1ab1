package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;
import org.openedx.devdata.testing.fuzz.Verdict;

/** Paths on which nothing can be written, wherever a command writes to one that a user names. */
@DatabaseTest
class OutputPathsTest {

  /** An operating system's own words. */
  private static final Pattern SYSTEM =
      Pattern.compile(
          "Is a directory|Not a directory|Input/output|No such|Too many levels|Invalid argument"
              + "|not permitted|File exists|null");

  private static final Pattern REASON =
      Pattern.compile(
          "folder|device|circle|link|does not exist|there is no|full|too long|regular|permission"
              + "|cannot be the name|allow|is no ledger|expected|cannot (write|be (read|written))|not empty"
              + "|cannot see|no learning package|tables of");

  private static final String PLACE = "PLACE";

  private static final List<String> BACKENDS = List.of("csv", "chdb");

  private static final String[][] COMMANDS = {
    {"load-db", "--config_file", "csv.yaml"},
    {"load-db", "--config_file", "chdb.yaml"},
    {"load-db", "--config_file", "tracking.yaml"},
    {"export", "--only", "lms", "-o", PLACE},
    {"load", "top.yaml", "--ledger", PLACE},
    {"content", "dump", "lib:Demo:x", "-o", PLACE},
  };

  @TempDir private Path folder;
  private CommandLab lab;

  @BeforeEach
  void files(TestDatabase database) throws IOException, SQLException {
    new SpecLab(database, LmsService.lms()).withTables();
    Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));
    lab =
        new CommandLab(folder)
            .database("lms", database)
            .database("content", database)
            .file("top.yaml", "- {ida: lms, path: lms.yaml}")
            .file("lms.yaml", "users: [{username: a}]")
            .file("file", "mine");
  }

  @Test
  void eachIsRefusedInWordsAndWithAdviceThatWorks() throws IOException {
    for (String place :
        List.of(
            "circle",
            "circle/below",
            "file/below",
            "/proc/x",
            "/proc/self/x",
            "/proc/self/fd/999",
            "/sys/x",
            "/dev/full/x",
            "/dev/zero/x",
            "n".repeat(300),
            "a/" + "n".repeat(256))) {
      configurations(place);
      for (String[] command : COMMANDS) {
        String[] line = command.clone();
        for (int i = 0; i < line.length; i++) {
          line[i] = line[i].equals(PLACE) ? place : line[i];
        }
        CommandLab.Result result = lab.run(line);
        String name = String.join(" ", line) + " at " + place;
        assertThat(result.code()).as(name + result.err()).isBetween(1, 5);
        assertThat(result.err()).as(name).doesNotContainPattern(SYSTEM);
        assertThat(result.err()).as(name).containsPattern(REASON);
        assertThat(result.err()).as(name).doesNotContain("--resume");
        assertThat(Verdict.faults(result.code(), result.out(), result.err())).as(name).isEmpty();
      }
    }
    assertThat(folder.resolve("file")).hasContent("mine");
  }

  private void configurations(String place) {
    String written = "csv_output_destination: '%s'\n".formatted(place);
    for (String backend : BACKENDS) {
      lab.file(backend + ".yaml", "backend: %s\n".formatted(backend) + written + SmallLoads.WORLD);
    }
    lab.file(
        "tracking.yaml",
        "backend: tracking\nmodel: life\n"
            + written
            + SmallLoads.WORLD.replace("num_xapi_batches: 20\nbatch_size: 1024\n", ""));
  }
}
