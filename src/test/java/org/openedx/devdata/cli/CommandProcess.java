package org.openedx.devdata.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.openedx.devdata.Main;
import org.openedx.devdata.testing.JavaCommand;

/** The real command in a process of its own. */
public final class CommandProcess implements AutoCloseable {

  private static final int LIMIT_SECONDS = 120;

  private final Process process;
  private final Path errors;

  private CommandProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
  }

  /** Starts it in a folder; its output goes into {@code out.txt} and {@code err.txt} there. */
  public static CommandProcess start(
      Path folder, Map<String, String> variables, String... arguments) throws IOException {
    List<String> line = command();
    line.addAll(List.of(arguments));
    Path errors = folder.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out.txt").toFile())
            .redirectError(errors.toFile());
    builder.environment().putAll(variables);
    return new CommandProcess(builder.start(), errors);
  }

  private static List<String> command() {
    List<String> line = JavaCommand.main(Main.class);
    line.add(1, "-Xmx512m");
    return line;
  }

  /** What starts it, for a shell. */
  static String commandLine() {
    return command().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
  }

  /** Kills it without a warning as soon as something is so. */
  public void killWhen(BooleanSupplier reached) throws IOException, InterruptedException {
    waitUntil(reached);
    process.destroyForcibly().waitFor();
  }

  /** Waits until something is so, which must be before it ends. */
  public void waitUntil(BooleanSupplier reached) throws IOException, InterruptedException {
    for (int turn = 0; turn < LIMIT_SECONDS * 100; turn++) {
      if (reached.getAsBoolean()) {
        return;
      }
      if (process.waitFor(10, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("it ended before that happened: " + Files.readString(errors));
      }
    }
    throw new AssertionError("what was waited for did not happen");
  }

  long pid() {
    return process.pid();
  }

  /** Asks it to end as Ctrl-C does, and gives its exit code. */
  int interrupt() throws InterruptedException {
    process.destroy();
    return exitCode();
  }

  /** Waits for its end. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
