package org.openedx.devdata.bytes;

import java.io.IOException;
import java.nio.file.FileSystemException;
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
}
