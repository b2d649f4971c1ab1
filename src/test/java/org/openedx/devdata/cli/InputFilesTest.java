package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.testing.Requirement;
import org.openedx.devdata.testing.fuzz.Verdict;

/** Files that are none, or cannot be read, wherever a command reads a file that a user names. */
class InputFilesTest {

  /** An operating system's own words. */
  private static final Pattern SYSTEM =
      Pattern.compile(
          "Is a directory|Not a directory|Input/output|No such|Too many levels|Invalid argument"
              + "|not permitted|null");

  /** The reasons there are, besides a server that is asked because no file is named yet. */
  private static final Pattern REASON =
      Pattern.compile(
          "folder|device|nothing came|circle|link|there is no file|does not exist|disk|larger|too long|allow"
              + "|unknown target|no regular file|permissions|expected|must|flow|closed|not UTF-8"
              + "|control character|is no ledger|cannot be read|Connection refused|is not YAML");

  private static final String FILE = "FILE";

  private static final String[][] COMMANDS = {
    {"validate", FILE},
    {"plan", FILE},
    {"load", FILE},
    {"load", "archive.yaml"},
    {"load", "file.yaml"},
    {"plan", "top.yaml", "--target", FILE},
    {"load", "top.yaml", "--ledger", FILE},
    {"ledger", "--ledger", FILE},
    {"load-db", "--dry-run", "--config_file", FILE},
    {"load-db-from-s3", "--config_file", FILE},
    {"aspects", "verify", "--manifest", FILE},
    {"state", "set", "--file", FILE, "--user", "a", "--block", "block-v1:A+B+C+type@html+block@d"},
    {"export", "-o", "x", "--anonymise", "--secret-file", FILE},
    {"content", "restore", FILE},
  };

  @TempDir private Path folder;
  private CommandLab lab;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectory(folder.resolve("dir"));
    Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));
    Files.createSymbolicLink(folder.resolve("dangling"), Path.of("nowhere"));
    // No server is asked: what is wrong with a file is found before.
    lab =
        new CommandLab(folder)
            .variable("DEVDATA_LMS_URL", "jdbc:mysql://127.0.0.1:1/edxapp")
            .variable("DEVDATA_LMS_USER", "edxapp")
            .variable("DEVDATA_LMS_PASSWORD", "edxapp")
            .variable("DEVDATA_CONTENT_URL", "jdbc:mysql://127.0.0.1:1/edxapp")
            .variable("DEVDATA_ASPECTS_URL", "http://127.0.0.1:1/")
            .file("empty", "")
            .file("top.yaml", "- {ida: lms, path: lms.yaml}")
            .file("lms.yaml", "users: [{username: a}]")
            .file("file", "users: [");
  }

  @Test
  void eachIsRefusedInWords() {
    refuse(
        List.of(
            "dir",
            "circle",
            "dangling",
            "none",
            "file/below",
            "/proc/self/mem",
            "/proc/self/fd/999",
            "/dev/zero",
            "n".repeat(300)));
  }

  /** A pipe without a writer, and the kernel's log, which gives what comes next. */
  @Test
  void noneIsWaitedForWithoutEnd() throws IOException, InterruptedException {
    Requirement.present(
        new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor() == 0,
        () -> "mkfifo");
    System.setProperty("devdata.input.patience", "50");
    try {
      assertTimeout(Duration.ofMinutes(1), () -> refuse(List.of("pipe", "/proc/kmsg")));
    } finally {
      System.clearProperty("devdata.input.patience");
    }
  }

  private void refuse(List<String> files) {
    for (String file : files) {
      lab.file("archive.yaml", "- {ida: content, path: archive-spec.yaml}")
          .file(
              "archive-spec.yaml",
              "learning_packages: [{archive: '%s', restored_by: ada}]".formatted(file))
          .file("file.yaml", "- {ida: lms, path: '%s'}".formatted(file));
      for (String[] command : COMMANDS) {
        String[] line = command.clone();
        for (int i = 0; i < line.length; i++) {
          line[i] = line[i].equals(FILE) ? file : line[i];
        }
        CommandLab.Result result = lab.run(line);
        String name = String.join(" ", line);
        assertThat(result.code()).as(name + result.err()).isBetween(1, 5);
        assertThat(result.err()).as(name).doesNotContainPattern(SYSTEM);
        assertThat(result.err()).as(name).containsPattern(REASON);
        assertThat(Verdict.faults(result.code(), result.out(), result.err())).as(name).isEmpty();
      }
    }
  }
}
