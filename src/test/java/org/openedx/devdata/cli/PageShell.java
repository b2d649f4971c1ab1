package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openedx.devdata.testing.TestDatabase;

/**
 * Runs what a page shows as a person does who pastes it into a shell, in a folder with the shipped
 * specs and configurations. {@code devdata} is the command under test, in processes of its own.
 */
final class PageShell {

  private static final int LIMIT_SECONDS = 120;

  private final Path folder;
  private final Path commands;
  private final Map<String, String> environment = new HashMap<>();

  PageShell(Path folder) throws IOException {
    this.folder = folder;
    this.commands = Files.createDirectories(folder.resolve("target/devdata/bin"));
    command("devdata", "exec %s \"$@\"".formatted(CommandProcess.commandLine()));
    copy(Path.of("specs"));
    copy(Path.of("example_configs"));
  }

  /** What pages call besides, and a test does not have: it only does what devdata sees of it. */
  PageShell withDoubles(TestDatabase database) throws IOException {
    command("make", ":");
    command("mysql", "case \"$*\" in *--password=?*) ;; *) exit 1 ;; esac");
    command("tutor", "test \"$2\" != printvalue || echo \"$DOUBLE_PASSWORD\"");
    command("docker", "while [ \"$1\" != IMAGE ]; do shift; done; shift; exec \"$@\"");
    environment.put("DOUBLE_PASSWORD", database.password());
    return this;
  }

  private void command(String name, String body) throws IOException {
    Path file = Files.writeString(commands.resolve(name), "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void copy(Path source) throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        file(file.toString(), Files.readString(file));
      }
    }
  }

  PageShell file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  PageShell variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** The service's database is the test's. */
  PageShell database(String ida, TestDatabase database) {
    environment.putAll(database.variables(ida));
    return this;
  }

  /** Runs the lines of a block, which must all succeed, and gives what they print. */
  String run(String block) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-eu", "-o", "pipefail", "-c", block)
            .directory(folder.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectError(err.toFile())
            .redirectOutput(out.toFile());
    builder.environment().putAll(environment);
    builder.environment().merge("PATH", commands.toString(), (path, ours) -> ours + ":" + path);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).as(block).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as("%s\nsays: %s", block, Files.readString(err)).isZero();
    return Files.readString(out);
  }
}
