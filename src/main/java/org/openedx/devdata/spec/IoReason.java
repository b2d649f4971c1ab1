package org.openedx.devdata.spec;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;

/**
 * Reasons why a file cannot be read or written, without its name, which Java repeats. Stateless.
 */
public final class IoReason {

  /** Parts of the sentences of Linux and macOS, and their meaning. */
  private static final Map<String, String> SYSTEM =
      Map.ofEntries(
          Map.entry("No space left", "its disk is full; free some space"),
          Map.entry("Disk quota exceeded", "its disk is full; free some space"),
          Map.entry("Too many open files", "this process may open too few files (ulimit -n)"),
          Map.entry("Is a directory", "it is a folder"),
          Map.entry("Not a directory", "a part of its path is no folder"),
          Map.entry("Too many levels of symbolic links", "its links lead in a circle"),
          Map.entry("File name too long", "its name is too long"),
          Map.entry("Read-only file system", "its file system is read-only"),
          Map.entry("No such device", "its device is not there"),
          Map.entry("Input/output error", "its disk or device reports a failure"),
          Map.entry("Operation not permitted", "the system does not allow it"),
          Map.entry("Invalid argument", "it is a special file that does not allow it"));

  private IoReason() {}

  /** The reason in a few words, such as {@code permission denied}. */
  public static String of(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof NotDirectoryException) {
      return "it is not a folder";
    }
    if (failure instanceof CharacterCodingException) {
      return "it is not UTF-8";
    }
    String said =
        failure instanceof FileSystemException system && system.getReason() != null
            ? system.getReason()
            : failure.getMessage();
    return said == null ? "it cannot be read" : Shown.cut(words(said));
  }

  /**
   * A reason as an operating system gives it, in words that say what to look at; any other text as
   * it is.
   */
  public static String words(String said) {
    return SYSTEM.entrySet().stream()
        .filter(each -> said.contains(each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(said);
  }
}
