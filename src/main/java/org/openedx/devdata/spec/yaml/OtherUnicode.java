package org.openedx.devdata.spec.yaml;

/**
 * Encodings of two or four bytes for a character, recognised by the byte order mark, or without one
 * by the zeros around the first character, which is of ASCII in any YAML.
 */
enum OtherUnicode {
  // Before UTF-16, whose little-endian mark is the first half of that of UTF-32.
  UTF_32("UTF-32", 4, "FFFE0000", "0000FEFF", "xx000000", "000000xx"),
  UTF_16("UTF-16", 2, "FFFE", "FEFF", "xx00", "00xx");

  private final String title;
  private final int width;
  private final String[] beginnings;

  /**
   * @param beginnings bytes in hexadecimal digits, {@code xx} for any but zero
   */
  OtherUnicode(String title, int width, String... beginnings) {
    this.title = title;
    this.width = width;
    this.beginnings = beginnings;
  }

  /** The name of the encoding that the bytes are in; empty for another one. */
  static String of(byte[] bytes) {
    for (OtherUnicode encoding : values()) {
      if (encoding.fits(bytes)) {
        return encoding.title;
      }
    }
    return "";
  }

  private boolean fits(byte[] bytes) {
    if (bytes.length < width) {
      return false;
    }
    for (String beginning : beginnings) {
      boolean fits = true;
      for (int index = 0; index < width && fits; index++) {
        String digits = beginning.substring(2 * index, 2 * index + 2);
        int value = bytes[index] & 0xFF;
        fits = digits.equals("xx") ? value != 0 : value == Integer.parseInt(digits, 16);
      }
      if (fits) {
        return true;
      }
    }
    return false;
  }
}
