package org.openedx.devdata.cli.console.failure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.openedx.devdata.spec.IoReason;

/** Describes failures of reading and writing files: which file, why, and what to do. Stateless. */
final class FileMessages {

  private FileMessages() {}

  static String of(Throwable exception) {
    Throwable cause =
        exception instanceof UncheckedIOException unchecked && unchecked.getCause() != null
            ? unchecked.getCause()
            : exception;
    return cause instanceof FileSystemException system
        ? ofFile(system)
        : "cannot read or write: " + reason((IOException) cause, cause.getMessage());
  }

  private static String ofFile(FileSystemException failure) {
    String file = failure.getFile();
    if (failure instanceof NoSuchFileException) {
      return "there is no file or folder " + file + "; check the path";
    }
    if (failure instanceof AccessDeniedException) {
      return "no permission for " + file + "; change its rights or name another place";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return file + " exists and is not a folder; name another place";
    }
    return "cannot write " + file + ": " + reason(failure, failure.getReason());
  }

  private static String reason(IOException failure, String said) {
    String text = said == null ? failure.getClass().getSimpleName() : said;
    return IoReason.words(text);
  }
}
