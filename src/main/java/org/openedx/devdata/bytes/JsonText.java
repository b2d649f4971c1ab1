package org.openedx.devdata.bytes;

/**
 * A text as the inside of a JSON string (ASCII only, without the quotation marks around it),
 * encoded once in every {@link Quoting}. Immutable; compared by identity.
 */
public final class JsonText {

  private final String value;
  private final byte[] plain;
  private final byte[] csv;

  private JsonText(String value, String json) {
    this.value = value;
    this.plain = Quoting.PLAIN.encode(json);
    this.csv = Quoting.CSV.encode(json);
  }

  /** The text, escaped. */
  public static JsonText of(String value) {
    return new JsonText(value, escape(value));
  }

  /** A piece of JSON that needs no escaping, such as a whole object. */
  public static JsonText ofJson(String json) {
    return new JsonText(json, json);
  }

  /** The text before escaping. */
  public String value() {
    return value;
  }

  /** The encoded bytes; not to be changed. */
  public byte[] bytes(Quoting quoting) {
    return quoting == Quoting.CSV ? csv : plain;
  }

  @Override
  public String toString() {
    return value;
  }

  /** Escapes a text for a JSON string, with everything outside ASCII as {@code \\uXXXX}. */
  public static String escape(String value) {
    StringBuilder escaped = new StringBuilder(value.length() + 16);
    for (int i = 0; i < value.length(); i++) {
      char character = value.charAt(i);
      switch (character) {
        case '"' -> escaped.append("\\\"");
        case '\\' -> escaped.append("\\\\");
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append("\\r");
        case '\t' -> escaped.append("\\t");
        default -> {
          if (character < 0x20 || character > 0x7e) {
            escaped.append(String.format("\\u%04x", (int) character));
          } else {
            escaped.append(character);
          }
        }
      }
    }
    return escaped.toString();
  }
}
