package org.openedx.devdata.opaquekeys;

/**
 * Any key. Immutable; two keys are equal when their texts are (a legacy block that was mapped into
 * a course also compares that course). Every key round-trips: parsing {@link #text()} gives an
 * equal key.
 */
public sealed interface OpaqueKey
    permits LearningContextKey, UsageKey, AssetKey, ContainerKey, CollectionKey, DefinitionKey {

  /** Longest key, in characters, that a column of the platform holds. */
  int MAX_LENGTH = 255;

  /** The key as the platform writes it. */
  String text();

  /** Textual form of the key. */
  KeyForm form();

  /**
   * Parses a key of whatever kind its namespace says.
   *
   * @throws InvalidKeyException when the text is no key
   */
  static OpaqueKey parse(String text) {
    KeyReader reader = KeyReader.open(text, "opaque", KeyForm.values());
    return switch (reader.form()) {
      case COURSE, LEGACY_COURSE, CCX_COURSE, LEGACY_LIBRARY -> CourseKey.read(reader);
      case LIBRARY -> LibraryKey.read(reader);
      case BLOCK, LEGACY_BLOCK, CCX_BLOCK, LEGACY_LIBRARY_BLOCK, LIBRARY_BLOCK ->
          UsageKey.read(reader);
      case CONTAINER -> ContainerKey.read(reader);
      case COLLECTION -> CollectionKey.read(reader);
      case ASSET -> AssetKey.read(reader);
      case DEFINITION -> DefinitionKey.read(reader);
    };
  }
}
