package org.openedx.devdata.service.content.publishing;

/** A step that the history so far does not allow. */
public final class HistoryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong, the offending value, what to do
   */
  public HistoryException(String message) {
    super(message);
  }
}
