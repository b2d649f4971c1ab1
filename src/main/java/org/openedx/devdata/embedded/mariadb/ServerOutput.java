package org.openedx.devdata.embedded.mariadb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads a server's log file and finds in it why the server did not start. */
final class ServerOutput {

  private static final int TAIL_LINES = 3;

  /** In the words of the server, its storage engines and the system. */
  private static final List<String> FULL_DISK =
      List.of(
          "no space left on device",
          "errno: 28",
          "failed with error 28",
          "error number 28",
          "out of disk space",
          "disk is full");

  private final Path log;

  ServerOutput(Path log) {
    this.log = log;
  }

  boolean contains(String text) {
    return text().contains(text);
  }

  boolean saysThatThePortIsTaken() {
    return contains("Address already in use") || contains("Bind on TCP/IP port");
  }

  /** One sentence for a person. */
  String reason() {
    String text = text();
    return MissingLibrary.explain(text)
        .orElseGet(
            () -> {
              String lower = text.toLowerCase(Locale.ROOT);
              if (FULL_DISK.stream().anyMatch(lower::contains)) {
                return "the disk of " + log.getParent() + " is full: free some space";
              }
              if (lower.contains("unable to lock ./ibdata1")
                  || lower.contains("can't lock aria control file")) {
                return "another server that devdata does not know of uses the same data: end it";
              }
              if (lower.contains("support dates later than 2038")) {
                return "this machine's clock is later than 2038-01-19, after which MariaDB does not"
                    + " start: set it";
              }
              if (lower.contains("permission denied") || lower.contains("errno: 13")) {
                return "a file of it belongs to another user: " + tail(text);
              }
              return tail(text);
            });
  }

  private static String tail(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    List<String> errors = lines.stream().filter(line -> line.contains("ERROR")).toList();
    List<String> shown = errors.isEmpty() ? lines : errors;
    return shown.isEmpty()
        ? "it said nothing"
        : String.join(" | ", shown.subList(Math.max(0, shown.size() - TAIL_LINES), shown.size()));
  }

  private String text() {
    try {
      // A path in the log may be in any encoding.
      return Files.exists(log) ? Files.readString(log, StandardCharsets.ISO_8859_1) : "";
    } catch (IOException e) {
      return "the log is not readable: " + e.getMessage();
    }
  }
}
