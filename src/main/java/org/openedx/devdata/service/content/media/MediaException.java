package org.openedx.devdata.service.content.media;

import org.openedx.devdata.bytes.FileFailure;

/** A file of content, or an archive, that cannot be read or written. */
public final class MediaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message which file, and what was to be done with it
   */
  public MediaException(String message, Throwable cause) {
    super(message + ": " + FileFailure.reason(cause), cause);
  }
}
