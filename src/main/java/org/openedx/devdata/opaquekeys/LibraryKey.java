package org.openedx.devdata.opaquekeys;

/**
 * The key of a content library, {@code lib:ORG:SLUG}. Immutable.
 *
 * @param org ASCII letters, digits and {@code _ - .}
 * @param slug word characters and {@code - .}
 */
public record LibraryKey(String org, String slug) implements LearningContextKey {

  /**
   * A key of its parts.
   *
   * @throws InvalidKeyException when a part is not allowed
   */
  public LibraryKey {
    KeyReader check = KeyReader.building(KeyForm.LIBRARY, text(org, slug));
    check.checked("org", CharacterRule.ASCII_SLUG, org);
    check.checked("slug", CharacterRule.SLUG, slug);
  }

  /**
   * Parses a library key.
   *
   * @throws InvalidKeyException when the text is none
   */
  public static LibraryKey parse(String text) {
    return read(KeyReader.open(text, "library", KeyForm.LIBRARY));
  }

  static LibraryKey read(KeyReader reader) {
    LibraryKey key = readParts(reader);
    reader.end();
    return key;
  }

  /** Reads the parts that a library key and the keys of what the library holds begin with. */
  static LibraryKey readParts(KeyReader reader) {
    return new LibraryKey(
        reader.plain("org", CharacterRule.ASCII_SLUG), reader.plain("slug", CharacterRule.SLUG));
  }

  @Override
  public String text() {
    return text(org, slug);
  }

  private static String text(String org, String slug) {
    return "lib:" + org + ":" + slug;
  }

  /** The parts as the keys of what the library holds repeat them. */
  String parts() {
    return org + ":" + slug;
  }

  @Override
  public KeyForm form() {
    return KeyForm.LIBRARY;
  }

  @Override
  public String toString() {
    return text();
  }
}
