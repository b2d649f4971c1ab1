package org.openedx.devdata.opaquekeys;

/**
 * The key of a block's definition in the module store, {@code def-v1:24HEX+type@TYPE}. Immutable.
 *
 * @param definition the definition's id, 24 hex digits in lower case
 * @param blockType the block's type
 */
public record DefinitionKey(String definition, String blockType) implements OpaqueKey {

  /**
   * A key of its parts.
   *
   * @throws InvalidKeyException when a part is not allowed
   */
  public DefinitionKey {
    KeyReader check = KeyReader.building(KeyForm.DEFINITION, text(definition, blockType));
    check.checked("id", CharacterRule.HEX, definition);
    if (definition.length() != 24) {
      throw check.because("its id has " + definition.length() + " hex digits instead of 24");
    }
    check.checked("type", CharacterRule.COURSE_PART, blockType);
  }

  /**
   * Parses the key of a definition.
   *
   * @throws InvalidKeyException when the text is none
   */
  public static DefinitionKey parse(String text) {
    return read(KeyReader.open(text, "definition", KeyForm.DEFINITION));
  }

  static DefinitionKey read(KeyReader reader) {
    String definition = reader.plain("id", CharacterRule.HEX);
    String type = reader.tagged("type", CharacterRule.COURSE_PART);
    reader.end();
    return new DefinitionKey(definition, type);
  }

  @Override
  public String text() {
    return text(definition, blockType);
  }

  private static String text(String definition, String blockType) {
    return "def-v1:" + definition + "+type@" + blockType;
  }

  @Override
  public KeyForm form() {
    return KeyForm.DEFINITION;
  }

  @Override
  public String toString() {
    return text();
  }
}
