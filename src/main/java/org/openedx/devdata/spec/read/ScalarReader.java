package org.openedx.devdata.spec.read;

import org.openedx.devdata.spec.yaml.ScalarNode;
import org.openedx.devdata.spec.yaml.SpecNode;

/**
 * Reads values that are a single text. Immutable.
 *
 * @param label the field, for messages: {@code "email" in users}
 * @param expected what the field wants: {@code must be text}
 */
record ScalarReader(String label, String expected, Conversion conversion) implements ValueReader {

  /** Makes the value of a scalar. */
  @FunctionalInterface
  interface Conversion {
    /** The value, never null. */
    Object of(ScalarNode scalar) throws Unfit;
  }

  /**
   * A text that is not what a field wants. The message goes behind the field's name; it must not
   * repeat a value of the environment, so it uses {@link Reading#shown} and asks {@link
   * ScalarNode#secret} before it says more.
   */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    Unfit(String message) {
      super(message, null, false, false);
    }
  }

  @Override
  public Object read(SpecNode node, Reading reading) {
    if (!(node instanceof ScalarNode scalar)) {
      reading.problem(node, label + " " + expected + ", not " + node.what());
      return null;
    }
    if (scalar.broken()) {
      return null;
    }
    try {
      return conversion.of(scalar);
    } catch (Unfit unfit) {
      reading.problem(node, label + " " + unfit.getMessage());
      return null;
    }
  }
}
