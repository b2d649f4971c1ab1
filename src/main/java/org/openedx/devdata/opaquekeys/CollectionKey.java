package org.openedx.devdata.opaquekeys;

/**
 * The key of a library's collection, {@code lib-collection:ORG:SLUG:ID}. Immutable.
 *
 * @param library the library that holds it
 * @param id word characters and {@code - .}
 */
public record CollectionKey(LibraryKey library, String id) implements OpaqueKey {

  /**
   * A key of its parts.
   *
   * @throws InvalidKeyException when a part is not allowed
   */
  public CollectionKey {
    KeyReader.building(KeyForm.COLLECTION, text(library, id)).checked("id", CharacterRule.SLUG, id);
  }

  /**
   * Parses the key of a collection.
   *
   * @throws InvalidKeyException when the text is none
   */
  public static CollectionKey parse(String text) {
    return read(KeyReader.open(text, "library collection", KeyForm.COLLECTION));
  }

  static CollectionKey read(KeyReader reader) {
    LibraryKey library = LibraryKey.readParts(reader);
    String id = reader.plain("id", CharacterRule.SLUG);
    reader.end();
    return new CollectionKey(library, id);
  }

  @Override
  public String text() {
    return text(library, id);
  }

  private static String text(LibraryKey library, String id) {
    return "lib-collection:" + library.parts() + ":" + id;
  }

  @Override
  public KeyForm form() {
    return KeyForm.COLLECTION;
  }

  @Override
  public String toString() {
    return text();
  }
}
