package org.openedx.devdata.opaquekeys;

/**
 * The key of a course run, in any of its forms: {@code course-v1:ORG+COURSE+RUN}, the legacy {@code
 * ORG/COURSE/RUN}, a custom course {@code ccx-v1:...+ccx@N}, or a legacy library {@code
 * library-v1:ORG+LIB}, which the platform treats as a course whose run is {@code library}.
 * Immutable.
 */
public final class CourseKey implements LearningContextKey {

  private static final String LIBRARY_RUN = "library";

  private final KeyForm form;
  private final String text;
  private final String org;
  private final String course;
  private final String run;
  private final String branch;
  private final String version;
  private final String ccx;

  CourseKey(
      KeyForm form,
      String org,
      String course,
      String run,
      String branch,
      String version,
      String ccx) {
    this.form = form;
    this.org = org;
    this.course = course;
    this.run = run;
    this.branch = branch;
    this.version = version;
    this.ccx = ccx;
    this.text =
        form == KeyForm.LEGACY_COURSE
            ? org + "/" + course + "/" + run
            : form.namespace() + ":" + parts();
  }

  /**
   * Parses a course key.
   *
   * @throws InvalidKeyException when the text is none
   */
  public static CourseKey parse(String text) {
    return read(
        KeyReader.open(
            text,
            "course",
            KeyForm.COURSE,
            KeyForm.LEGACY_COURSE,
            KeyForm.CCX_COURSE,
            KeyForm.LEGACY_LIBRARY));
  }

  /** Returns whether the text is a course key. */
  public static boolean isValid(String text) {
    try {
      parse(text);
      return true;
    } catch (InvalidKeyException e) {
      return false;
    }
  }

  /**
   * The key {@code course-v1:ORG+COURSE+RUN}.
   *
   * @throws InvalidKeyException when a part is not allowed or all are too long
   */
  public static CourseKey of(String org, String course, String run) {
    CourseKey key = new CourseKey(KeyForm.COURSE, org, course, run, "", "", "");
    KeyReader check = KeyReader.building(KeyForm.COURSE, key.text);
    check.checked("org", CharacterRule.COURSE_PART, org);
    check.checked("course", CharacterRule.COURSE_PART, course);
    check.checked("run", CharacterRule.COURSE_PART, run);
    return key;
  }

  static CourseKey read(KeyReader reader) {
    CourseKey key = readParts(reader);
    reader.end();
    return key;
  }

  /** Reads the parts that a course key and the keys of its blocks and assets begin with. */
  static CourseKey readParts(KeyReader reader) {
    KeyForm form = contextForm(reader.form());
    CharacterRule rule =
        form == KeyForm.LEGACY_COURSE ? CharacterRule.LEGACY_PART : CharacterRule.COURSE_PART;
    String org = reader.plain("org", rule);
    if (form == KeyForm.LEGACY_LIBRARY) {
      String library = reader.plain("library name", rule);
      String[] branch = reader.branchAndVersion();
      return new CourseKey(form, org, library, LIBRARY_RUN, branch[0], branch[1], "");
    }
    String course = reader.plain("course", rule);
    String run = reader.plain("run", rule);
    if (form == KeyForm.LEGACY_COURSE) {
      return new CourseKey(form, org, course, run, "", "", "");
    }
    String[] branch = reader.branchAndVersion();
    String ccx = form == KeyForm.CCX_COURSE ? reader.tagged("ccx", CharacterRule.DIGITS) : "";
    return new CourseKey(form, org, course, run, branch[0], branch[1], ccx);
  }

  private static KeyForm contextForm(KeyForm form) {
    return switch (form) {
      case BLOCK, ASSET -> KeyForm.COURSE;
      case CCX_BLOCK -> KeyForm.CCX_COURSE;
      case LEGACY_LIBRARY_BLOCK -> KeyForm.LEGACY_LIBRARY;
      default -> form;
    };
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public KeyForm form() {
    return form;
  }

  @Override
  public String org() {
    return org;
  }

  /** The course's number; of a legacy library, its name. */
  public String course() {
    return course;
  }

  /** The run; of a legacy library the constant {@code library}. */
  public String run() {
    return run;
  }

  /** The branch, such as {@code draft-branch}; empty when the key names none. */
  public String branch() {
    return branch;
  }

  /** The structure's version, 24 hex digits; empty when the key names none. */
  public String version() {
    return version;
  }

  /** The number of the custom course, as digits; empty in other keys. */
  public String ccx() {
    return ccx;
  }

  public boolean isLegacyLibrary() {
    return form == KeyForm.LEGACY_LIBRARY;
  }

  /** The key as database columns hold it: without branch and version. */
  public CourseKey withoutBranchAndVersion() {
    return branch.isEmpty() && version.isEmpty()
        ? this
        : new CourseKey(form, org, course, run, "", "", ccx);
  }

  /**
   * Key of the block that is the course itself, root of its outline: {@code
   * block-v1:...+type@course+block@course}; in a legacy course {@code i4x://ORG/COURSE/course/RUN};
   * in a legacy library the block of type {@code library}.
   */
  public UsageKey courseBlock() {
    return switch (form) {
      case LEGACY_COURSE -> block("course", run);
      case LEGACY_LIBRARY -> block("library", "library");
      default -> block("course", "course");
    };
  }

  /**
   * Key of a block of this course, in the form that goes with this key's form.
   *
   * @throws InvalidKeyException when type or id is not allowed
   */
  public UsageKey block(String type, String id) {
    return UsageKey.in(this, type, id);
  }

  /** Prefix of the keys of all blocks of this course run, up to and with {@code +type@}. */
  public String blockPrefix() {
    return UsageKey.formIn(this).namespace() + ":" + parts() + "+type@";
  }

  /** The parts as the keys of this course's blocks and assets repeat them. */
  String parts() {
    StringBuilder out = new StringBuilder(org).append('+').append(course);
    if (form != KeyForm.LEGACY_LIBRARY) {
      out.append('+').append(run);
    }
    if (!branch.isEmpty()) {
      out.append("+branch@").append(branch);
    }
    if (!version.isEmpty()) {
      out.append("+version@").append(version);
    }
    if (!ccx.isEmpty()) {
      out.append("+ccx@").append(ccx);
    }
    return out.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CourseKey key && text.equals(key.text);
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
