package org.openedx.devdata.bytes;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Failures of writing that say where: those of the system's streams and channels do not. */
public final class FileFailure {

  private FileFailure() {}

  /** The same failure with the file named, if it did not name one already. */
  public static IOException at(Path file, IOException failure) {
    if (failure instanceof FileSystemException) {
      return failure;
    }
    FileSystemException named =
        new FileSystemException(file.toString(), null, String.valueOf(failure.getMessage()));
    named.initCause(failure);
    return named;
  }

  /** A failure once more, for another thread that it ends: it names the same file. */
  public static IOException again(IOException first) {
    IOException again =
        first instanceof FileSystemException system
            ? new FileSystemException(system.getFile(), system.getOtherFile(), system.getReason())
            : new IOException(first.getMessage());
    again.initCause(first);
    return again;
  }

  /** The reason of a failure, of which some of the system's say the file alone. */
  public static String reason(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof NoSuchFileException) {
      return message + ": there is no such folder";
    }
    if (failure instanceof AccessDeniedException) {
      return message + ": no permission";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return message + ": it is there, and is no folder";
    }
    return message;
  }
}
