package org.openedx.devdata.opaquekeys;

import java.util.Set;

/**
 * The key of a library's container, {@code lct:ORG:SLUG:TYPE:ID}. Immutable.
 *
 * @param library the library that holds it
 * @param type {@code unit}, {@code subsection} or {@code section}
 * @param id word characters and {@code - .}
 */
public record ContainerKey(LibraryKey library, String type, String id) implements OpaqueKey {

  private static final Set<String> TYPES = Set.of("unit", "subsection", "section");

  /**
   * A key of its parts.
   *
   * @throws InvalidKeyException when a part is not allowed
   */
  public ContainerKey {
    KeyReader check = KeyReader.building(KeyForm.CONTAINER, text(library, type, id));
    if (!TYPES.contains(type)) {
      throw check.because(
          "its type "
              + InvalidKeyException.shown(type)
              + " is none of 'unit', 'subsection', 'section'");
    }
    check.checked("id", CharacterRule.SLUG, id);
  }

  /**
   * Parses the key of a container.
   *
   * @throws InvalidKeyException when the text is none
   */
  public static ContainerKey parse(String text) {
    return read(KeyReader.open(text, "library container", KeyForm.CONTAINER));
  }

  static ContainerKey read(KeyReader reader) {
    LibraryKey library = LibraryKey.readParts(reader);
    String type = reader.plain("type", CharacterRule.ASCII_SLUG);
    String id = reader.plain("id", CharacterRule.SLUG);
    reader.end();
    return new ContainerKey(library, type, id);
  }

  @Override
  public String text() {
    return text(library, type, id);
  }

  private static String text(LibraryKey library, String type, String id) {
    return "lct:" + library.parts() + ":" + type + ":" + id;
  }

  @Override
  public KeyForm form() {
    return KeyForm.CONTAINER;
  }

  @Override
  public String toString() {
    return text();
  }
}
