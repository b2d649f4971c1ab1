package org.openedx.devdata.jdbc.targets;

/** There is no target of that name. Wrong use of the command line: exit code 2. */
public final class UnknownTargetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownTargetException(String message) {
    super(message);
  }
}
