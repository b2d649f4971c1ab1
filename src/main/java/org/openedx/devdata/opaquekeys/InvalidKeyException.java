package org.openedx.devdata.opaquekeys;

/**
 * A text is not a key of the wanted kind. The message is one line for people: what was given, what
 * exactly is wrong with it, what is expected.
 */
public final class InvalidKeyException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private static final int SHOWN_CHARACTERS = 100;

  private final String given;
  private final String reason;
  private final String expected;

  /**
   * @param given the text as it was given
   * @param noun what it should have been the key of: "course", "block"
   * @param reason what is wrong, as a sentence about "it"
   * @param expected the form that is expected, as in {@link KeyForm#template()}
   */
  InvalidKeyException(String given, String noun, String reason, String expected) {
    super(shown(given) + " is not a valid " + noun + " key: " + reason + "; expected " + expected);
    this.given = given;
    this.reason = reason;
    this.expected = expected;
  }

  /** The text as it was given. */
  public String given() {
    return given;
  }

  /** Fault of the key, without the text itself. */
  public String reason() {
    return reason;
  }

  /** The form that is expected. */
  public String expected() {
    return expected;
  }

  /** A text in quotes, on one line and not too long, whatever it holds. */
  static String shown(String text) {
    StringBuilder out = new StringBuilder("'");
    int shown = Math.min(text.length(), SHOWN_CHARACTERS);
    for (int at = 0; at < shown; at++) {
      char c = text.charAt(at);
      if (c == '\n') {
        out.append("\\n");
      } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append(shown < text.length() ? "...'" : "'").toString();
  }
}
