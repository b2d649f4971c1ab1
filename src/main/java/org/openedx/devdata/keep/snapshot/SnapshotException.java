package org.openedx.devdata.keep.snapshot;

/** A snapshot cannot be read, or does not fit where it is to be restored. Exit code 1. */
public class SnapshotException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SnapshotException(String message) {
    super(message);
  }

  public SnapshotException(String message, Throwable cause) {
    super(message, cause);
  }

  /** There is no such snapshot, or no such part of it. Exit code 5. */
  public static final class DoesNotExist extends SnapshotException {

    private static final long serialVersionUID = 1L;

    public DoesNotExist(String message) {
      super(message);
    }
  }
}
