package org.openedx.devdata.spec;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * Reasons why a file cannot be read or written, without its name, which Java repeats. Stateless.
 */
public final class IoReason {

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
    if (failure instanceof FileSystemException system && system.getReason() != null) {
      return Shown.cut(system.getReason());
    }
    return failure.getMessage() == null ? "it cannot be read" : Shown.cut(failure.getMessage());
  }
}
