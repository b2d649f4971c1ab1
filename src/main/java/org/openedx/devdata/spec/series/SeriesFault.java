package org.openedx.devdata.spec.series;

import org.openedx.devdata.spec.yaml.SpecNode;

/** A record of a series that cannot be made: the place, and a message for a person. */
public final class SeriesFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient SpecNode node;

  SeriesFault(SpecNode node, String message) {
    super(message, null, false, false);
    this.node = node;
  }

  /** The value at which it was noticed. */
  public SpecNode node() {
    return node;
  }
}
