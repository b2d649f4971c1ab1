package org.openedx.devdata.cli.console;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The streams of the process that are terminals. Immutable.
 *
 * @param in whether standard input is a terminal
 * @param out whether standard output is one
 * @param err whether standard error is one
 * @param columns its width in characters
 */
public record Terminal(boolean in, boolean out, boolean err, int columns) {

  private static final int DEFAULT_COLUMNS = 100;

  /** No terminal at all: pipes, files, tests. */
  public static final Terminal NONE = new Terminal(false, false, false, DEFAULT_COLUMNS);

  /** The streams of this process. Java itself only knows whether all of them are terminals. */
  static Terminal ofProcess(Map<String, String> environment) {
    boolean all = hasConsole();
    return new Terminal(
        descriptor(0, all), descriptor(1, all), descriptor(2, all), columns(environment));
  }

  private static boolean hasConsole() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // From Java 22 on there always is a console, and this method says whether it is a terminal.
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  private static boolean descriptor(int number, boolean otherwise) {
    try {
      String device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + number)).toString();
      return device.startsWith("/dev/pts/")
          || device.startsWith("/dev/tty")
          || device.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      return otherwise;
    }
  }

  private static int columns(Map<String, String> environment) {
    String given = environment.getOrDefault("COLUMNS", "");
    return given.matches("[1-9]\\d{1,3}") ? Integer.parseInt(given) : DEFAULT_COLUMNS;
  }
}
