package org.openedx.devdata.opaquekeys;

/** Key of the context that blocks live in: a course run or a library. */
public sealed interface LearningContextKey extends OpaqueKey permits CourseKey, LibraryKey {

  /** The organisation's short name, in the case in which the key spells it. */
  String org();

  /**
   * Parses the key of a course or library.
   *
   * @throws InvalidKeyException when the text is neither
   */
  static LearningContextKey parse(String text) {
    KeyReader reader =
        KeyReader.open(
            text,
            "course or library",
            KeyForm.COURSE,
            KeyForm.LIBRARY,
            KeyForm.LEGACY_COURSE,
            KeyForm.CCX_COURSE,
            KeyForm.LEGACY_LIBRARY);
    return reader.form() == KeyForm.LIBRARY ? LibraryKey.read(reader) : CourseKey.read(reader);
  }
}
