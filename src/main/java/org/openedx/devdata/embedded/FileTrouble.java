package org.openedx.devdata.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.ReadOnlyFileSystemException;

/** Says in words why a file or folder could not be made. */
public final class FileTrouble {

  private FileTrouble() {}

  /**
   * Explains a failure in one sentence.
   *
   * @param what what was tried, such as {@code cannot use the folder /x}
   */
  public static String explain(String what, IOException failure) {
    return what + ": " + reason(failure);
  }

  private static String reason(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof AccessDeniedException denied) {
      return "no permission to write " + denied.getFile();
    }
    if (failure instanceof FileAlreadyExistsException exists) {
      return exists.getFile() + " exists and is not a folder";
    }
    if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
      return "the disk is full, free some space";
    }
    if (message.contains("Read-only file system")
        || failure.getCause() instanceof ReadOnlyFileSystemException) {
      return "the file system is read-only";
    }
    if (failure instanceof FileSystemException system && system.getReason() != null) {
      return system.getFile() + ": " + system.getReason();
    }
    return message;
  }
}
