package org.openedx.devdata.spec;

/**
 * One fault of a spec, with its place.
 *
 * @param position where it stands
 * @param message what is wrong, the offending value, and a way out; one line
 */
public record Problem(Position position, String message) {

  public Problem {
    message = Shown.line(message);
  }

  @Override
  public String toString() {
    return position + ": " + message;
  }
}
