package org.openedx.devdata.opaquekeys;

/**
 * The key of a course's file, {@code asset-v1:ORG+COURSE+RUN+type@asset+block@NAME}. Immutable.
 *
 * @param course the course that holds it, of the form {@code course-v1}
 * @param type {@code asset} or {@code thumbnail}
 * @param name the file's name; the platform replaces what is not allowed by {@code _}
 */
public record AssetKey(CourseKey course, String type, String name) implements OpaqueKey {

  /**
   * A key of its parts.
   *
   * @throws InvalidKeyException when a part is not allowed
   */
  public AssetKey {
    KeyReader check = KeyReader.building(KeyForm.ASSET, text(course, type, name));
    if (course.form() != KeyForm.COURSE) {
      throw check.because("its course key has the form " + course.form().template());
    }
    check.checked("type", CharacterRule.COURSE_PART, type);
    check.checked("name", CharacterRule.ASSET_NAME, name);
  }

  /**
   * Parses the key of an asset.
   *
   * @throws InvalidKeyException when the text is none
   */
  public static AssetKey parse(String text) {
    return read(KeyReader.open(text, "asset", KeyForm.ASSET));
  }

  static AssetKey read(KeyReader reader) {
    CourseKey course = CourseKey.readParts(reader);
    String type = reader.tagged("type", CharacterRule.COURSE_PART);
    String name = reader.tagged("block", CharacterRule.ASSET_NAME);
    reader.end();
    return new AssetKey(course, type, name);
  }

  @Override
  public String text() {
    return text(course, type, name);
  }

  private static String text(CourseKey course, String type, String name) {
    return "asset-v1:" + course.parts() + "+type@" + type + "+block@" + name;
  }

  /** The key as database columns hold it: without branch and version. */
  public AssetKey withoutBranchAndVersion() {
    return new AssetKey(course.withoutBranchAndVersion(), type, name);
  }

  @Override
  public KeyForm form() {
    return KeyForm.ASSET;
  }

  @Override
  public String toString() {
    return text();
  }
}
