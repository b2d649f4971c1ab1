package org.openedx.devdata.embedded.clickhouse.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The npm command, with whatever registry, proxy and credentials the person has configured for it.
 *
 * @param command the program and its first arguments
 */
record Npm(List<String> command) {

  private static final long MINUTES = 30;

  static Npm onPath() {
    return new Npm(List.of("npm"));
  }

  /**
   * Downloads a package's archive into an empty folder.
   *
   * @return the archive
   * @throws ClickHouseUnavailableException when npm is missing or fails; says what it said
   */
  Path pack(String specification, Path folder) throws IOException {
    Path log = folder.resolve("npm.log");
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(command))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder
        .command()
        .addAll(List.of("pack", "--loglevel=error", "--ignore-scripts", specification));
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new ClickHouseUnavailableException(
          "the embedded ClickHouse is fetched with '%s', which does not start here (%s); install Node.js with npm, name a libchdb.so in %s, or use a ClickHouse server"
              .formatted(command.get(0), reason(e), ChdbLibrary.FILE_VARIABLE),
          e);
    }
    int status = await(process);
    try (var files = Files.list(folder)) {
      List<Path> archives = files.filter(file -> file.toString().endsWith(".tgz")).toList();
      if (status == 0 && archives.size() == 1) {
        return archives.get(0);
      }
    }
    String said =
        Files.readString(log, StandardCharsets.UTF_8).strip().replaceAll("\\s*\\n\\s*", " | ");
    throw new ClickHouseUnavailableException(
        "npm could not fetch %s (exit %d): %s; check the network and npm's settings, or name a libchdb.so in %s"
            .formatted(specification, status, said, ChdbLibrary.FILE_VARIABLE));
  }

  /** Message of the system, without the command and the folder that it was to run in. */
  private static String reason(IOException notStarted) {
    return String.valueOf(notStarted.getMessage()).replaceAll("(?s).*error=\\d+, ", "");
  }

  private static int await(Process process) {
    try {
      if (process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        return process.exitValue();
      }
      process.destroy();
      return -1;
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new ClickHouseUnavailableException(
          "fetching the embedded ClickHouse was interrupted", e);
    }
  }
}
