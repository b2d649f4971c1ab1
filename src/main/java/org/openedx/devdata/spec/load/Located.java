package org.openedx.devdata.spec.load;

import org.openedx.devdata.spec.Position;

/**
 * A text of a file and where it stands. Its string form leaves the text out, which may be secret.
 */
public record Located(String text, Position position) {

  @Override
  public String toString() {
    return position.toString();
  }
}
