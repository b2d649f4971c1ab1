package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;

/** Two processes as people start them, with one folder for their output. */
@DisabledOnOs(OS.WINDOWS) // Has no pipes with a name.
class LoadDbSideBySideTest {

  @TempDir private Path folder;
  private Path out;

  @BeforeEach
  void configuration() throws IOException {
    out = Files.createDirectories(folder.resolve("out"));
    Files.writeString(
        folder.resolve("run.yaml"),
        "backend: csv\ncompression: none\ncsv_output_destination: %s\n".formatted(out)
            + SmallLoads.WORLD);
  }

  private CommandProcess start(String name, String... more) throws IOException {
    String config = folder.resolve("run.yaml").toString();
    return CommandProcess.start(
        Files.createDirectories(folder.resolve(name)),
        Map.of(),
        Stream.concat(Stream.of("load-db", "--config_file", config), Stream.of(more))
            .toArray(String[]::new));
  }

  private String errors(String name) throws IOException {
    return Files.readString(folder.resolve(name).resolve("err.txt"));
  }

  @Test
  void secondProcessIsRefusedAsLongAsTheFirstRuns() throws Exception {
    // A pipe holds its writer until it is read, at the table that comes last.
    Path pipe = out.resolve("xapi.csv");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    try (CommandProcess first = start("first")) {
      first.waitUntil(() -> Files.exists(out.resolve("course_enrollments.csv")));
      for (String more : new String[] {"--format=text", "--resume"}) {
        try (CommandProcess second = start("second", more)) {
          assertThat(second.exitCode()).as(errors("second")).isEqualTo(ExitCode.FAILED);
          assertThat(errors("second"))
              .contains("another run writes to " + out + ": process " + first.pid() + " on ")
              .contains("; wait for it, or give another folder");
        }
      }
      try (Stream<String> lines = Files.lines(pipe)) {
        assertThat(lines.count()).isGreaterThan(20_000);
      }
      assertThat(first.exitCode()).as(errors("first")).isEqualTo(ExitCode.DONE);
    }
    Files.delete(pipe);

    try (CommandProcess third = start("third")) {
      assertThat(third.exitCode()).as(errors("third")).isEqualTo(ExitCode.DONE);
    }
  }

  @Test
  void killedProcessHoldsNothing() throws Exception {
    Path pipe = out.resolve("xapi.csv");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    try (CommandProcess first = start("first")) {
      first.killWhen(() -> Files.exists(out.resolve("course_enrollments.csv")));
    }
    assertThat(out.resolve(".devdata-load.lock")).exists();
    Files.delete(pipe);

    try (CommandProcess second = start("second")) {
      assertThat(second.exitCode()).as(errors("second")).isEqualTo(ExitCode.DONE);
    }
    assertThat(out.resolve(".devdata-load.lock")).doesNotExist();
  }
}
