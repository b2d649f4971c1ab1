package org.openedx.devdata.sink.delivery;

/** A batch did not arrive. Exit code 1. */
public final class DeliveryException extends RuntimeException {

  /** Consequence for further tries. */
  public enum Verdict {
    /** The same batch may be taken a little later. */
    PASSING,
    /** This batch will never be taken; others may. */
    REFUSED,
    /** No batch will be taken, or none should be sent before a person has looked. */
    HOPELESS
  }

  private static final long serialVersionUID = 1L;

  private final Verdict verdict;

  /**
   * @param message where it did not arrive, what the server said, what to do
   */
  public DeliveryException(Verdict verdict, String message, Throwable cause) {
    super(message, cause);
    this.verdict = verdict;
  }

  public Verdict verdict() {
    return verdict;
  }
}
