package org.openedx.devdata.opaquekeys;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The key of a block in a course or library. Immutable. The legacy form {@code
 * i4x://ORG/COURSE/TYPE/NAME} does not name the run; it has a context only after {@link
 * #mapIntoCourse}.
 */
public final class UsageKey implements OpaqueKey {

  /** Also runs of what is allowed: the platform leaves one underscore of several. */
  private static final Pattern NOT_IN_HTML = Pattern.compile("(?:[^\\p{L}\\p{N}_-]|_)+");

  private final KeyForm form;
  private final String text;
  private final LearningContextKey context;
  private final String org;
  private final String course;
  private final String blockType;
  private final String blockId;
  private final String revision;

  private UsageKey(
      KeyForm form,
      String text,
      LearningContextKey context,
      String org,
      String course,
      String blockType,
      String blockId,
      String revision) {
    this.form = form;
    this.text = text;
    this.context = context;
    this.org = org;
    this.course = course;
    this.blockType = blockType;
    this.blockId = blockId;
    this.revision = revision;
  }

  /**
   * Parses the key of a block.
   *
   * @throws InvalidKeyException when the text is none
   */
  public static UsageKey parse(String text) {
    return read(
        KeyReader.open(
            text,
            "block",
            KeyForm.BLOCK,
            KeyForm.LEGACY_BLOCK,
            KeyForm.CCX_BLOCK,
            KeyForm.LEGACY_LIBRARY_BLOCK,
            KeyForm.LIBRARY_BLOCK));
  }

  /** Returns whether the text is the key of a block. */
  public static boolean isValid(String text) {
    try {
      parse(text);
      return true;
    } catch (InvalidKeyException e) {
      return false;
    }
  }

  static UsageKey read(KeyReader reader) {
    return switch (reader.form()) {
      case LEGACY_BLOCK -> readLegacy(reader);
      case LIBRARY_BLOCK -> readOfLibrary(reader);
      default -> readOfCourse(reader);
    };
  }

  private static UsageKey readOfCourse(KeyReader reader) {
    CourseKey context = CourseKey.readParts(reader);
    String type = reader.tagged("type", CharacterRule.COURSE_PART);
    String id = reader.tagged("block", CharacterRule.COURSE_PART);
    reader.end();
    return ofCourse(reader.form(), context, type, id);
  }

  private static UsageKey readOfLibrary(KeyReader reader) {
    LibraryKey library = LibraryKey.readParts(reader);
    String type = reader.plain("type", CharacterRule.ASCII_SLUG);
    String id = reader.plain("id", CharacterRule.SLUG);
    reader.end();
    return ofLibrary(library, type, id);
  }

  private static UsageKey readLegacy(KeyReader reader) {
    String org = reader.plain("org", CharacterRule.LEGACY_PART);
    String course = reader.plain("course", CharacterRule.LEGACY_PART);
    String type = reader.plain("type", CharacterRule.LEGACY_PART);
    String rest = reader.unchecked("name");
    int at = rest.indexOf('@');
    String name =
        reader.checked("name", CharacterRule.LEGACY_NAME, at < 0 ? rest : rest.substring(0, at));
    String revision =
        at < 0 ? "" : reader.checked("revision", CharacterRule.LEGACY_NAME, rest.substring(at + 1));
    reader.end();
    return legacy(null, org, course, type, name, revision);
  }

  static UsageKey in(CourseKey course, String type, String id) {
    boolean legacy = course.form() == KeyForm.LEGACY_COURSE;
    KeyForm form = formIn(course);
    UsageKey key =
        legacy
            ? legacy(course, course.org(), course.course(), type, id, "")
            : ofCourse(form, course, type, id);
    KeyReader check = KeyReader.building(form, key.text);
    check.checked("type", legacy ? CharacterRule.LEGACY_PART : CharacterRule.COURSE_PART, type);
    check.checked("id", legacy ? CharacterRule.LEGACY_NAME : CharacterRule.COURSE_PART, id);
    return key;
  }

  /** The form of the keys of a course's blocks. */
  static KeyForm formIn(CourseKey course) {
    return switch (course.form()) {
      case LEGACY_COURSE -> KeyForm.LEGACY_BLOCK;
      case CCX_COURSE -> KeyForm.CCX_BLOCK;
      case LEGACY_LIBRARY -> KeyForm.LEGACY_LIBRARY_BLOCK;
      default -> KeyForm.BLOCK;
    };
  }

  /**
   * The key of a block of a library.
   *
   * @throws InvalidKeyException when type or id is not allowed
   */
  public static UsageKey in(LibraryKey library, String type, String id) {
    UsageKey key = ofLibrary(library, type, id);
    KeyReader check = KeyReader.building(KeyForm.LIBRARY_BLOCK, key.text);
    check.checked("type", CharacterRule.ASCII_SLUG, type);
    check.checked("id", CharacterRule.SLUG, id);
    return key;
  }

  private static UsageKey ofCourse(KeyForm form, CourseKey context, String type, String id) {
    String text = form.namespace() + ":" + context.parts() + "+type@" + type + "+block@" + id;
    return new UsageKey(form, text, context, context.org(), context.course(), type, id, "");
  }

  private static UsageKey ofLibrary(LibraryKey library, String type, String id) {
    String text = "lb:" + library.parts() + ":" + type + ":" + id;
    return new UsageKey(
        KeyForm.LIBRARY_BLOCK, text, library, library.org(), library.slug(), type, id, "");
  }

  private static UsageKey legacy(
      CourseKey context, String org, String course, String type, String name, String revision) {
    String text =
        "i4x://"
            + org
            + "/"
            + course
            + "/"
            + type
            + "/"
            + name
            + (revision.isEmpty() ? "" : "@" + revision);
    return new UsageKey(KeyForm.LEGACY_BLOCK, text, context, org, course, type, name, revision);
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public KeyForm form() {
    return form;
  }

  public String org() {
    return org;
  }

  /** The course's number; of a library's block, the library's name. */
  public String course() {
    return course;
  }

  /** The block's type, such as {@code problem}; the {@code module_type} of its learner state. */
  public String blockType() {
    return blockType;
  }

  public String blockId() {
    return blockId;
  }

  /**
   * Name of the block in pages of the platform, and of a problem's inputs with it: the id; of a
   * legacy key all its parts, without what HTML does not allow; of a library's block the whole key.
   */
  public String htmlId() {
    return switch (form) {
      case LEGACY_BLOCK ->
          NOT_IN_HTML
              .matcher(String.join("-", "i4x", org, course, blockType, blockId))
              .replaceAll("_");
      case LIBRARY_BLOCK -> text;
      default -> blockId;
    };
  }

  /** Revision of a legacy key, such as {@code draft}; empty when it names none. */
  public String revision() {
    return revision;
  }

  /** The course or library that holds the block; empty for a legacy key that is not mapped. */
  public Optional<LearningContextKey> contextKey() {
    return Optional.ofNullable(context);
  }

  /**
   * Returns whether the key does not name the run of its course, so that a row's course id is
   * needed.
   */
  public boolean lacksRun() {
    return context == null;
  }

  /**
   * The same type and id in a course, in the form that goes with the course's key: what the
   * platform does with a run-less key and the course id of its row.
   *
   * @throws InvalidKeyException when the id is not allowed in that form, or the block is of a
   *     library and so in no course
   */
  public UsageKey mapIntoCourse(CourseKey course) {
    if (form == KeyForm.LIBRARY_BLOCK) {
      throw new InvalidKeyException(
          text,
          "course's block",
          "it is the key of a library's block, which belongs to no course",
          KeyForm.BLOCK.template());
    }
    return in(course, blockType, blockId);
  }

  /** The key as database columns hold it: without branch, version and revision. */
  public UsageKey withoutBranchAndVersion() {
    if (!revision.isEmpty()) {
      return legacy((CourseKey) context, org, course, blockType, blockId, "");
    }
    if (context instanceof CourseKey key && !key.withoutBranchAndVersion().equals(key)) {
      return ofCourse(form, key.withoutBranchAndVersion(), blockType, blockId);
    }
    return this;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UsageKey key
        && text.equals(key.text)
        && Objects.equals(context, key.context);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
