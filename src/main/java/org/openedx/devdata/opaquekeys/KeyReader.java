package org.openedx.devdata.opaquekeys;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the parts of one key from left to right and says what is wrong in words. Mutable, used for
 * a single parse.
 */
final class KeyReader {

  private static final Set<String> TAGS = Set.of("branch", "version", "ccx", "type", "block");

  private final String given;
  private final String noun;
  private final String expected;
  private final KeyForm form;
  private final List<String> parts;
  private int next;

  private KeyReader(String given, String noun, String expected, KeyForm form, List<String> parts) {
    this.given = given;
    this.noun = noun;
    this.expected = expected;
    this.form = form;
    this.parts = parts;
  }

  /**
   * Checks what holds for every key and finds out its form by the namespace.
   *
   * @param noun what the text should be the key of, when the namespace does not say
   * @param wanted the forms that are allowed here, the most common one first
   */
  static KeyReader open(String given, String noun, KeyForm... wanted) {
    KeyReader unknown = new KeyReader(given, noun, wanted[0].template(), wanted[0], List.of());
    unknown.checkWhole();
    KeyForm form = Namespaces.formOf(given, unknown, wanted);
    int start =
        switch (form) {
          case LEGACY_COURSE -> 0;
          case LEGACY_BLOCK -> "i4x://".length();
          default -> form.namespace().length() + 1;
        };
    return new KeyReader(
        given, form.noun(), form.template(), form, split(given, start, form.separator()));
  }

  /** A reader for parts that do not come from a text, to check them alike. */
  static KeyReader building(KeyForm form, String text) {
    KeyReader reader = new KeyReader(text, form.noun(), form.template(), form, List.of());
    reader.checkLength();
    return reader;
  }

  KeyForm form() {
    return form;
  }

  String given() {
    return given;
  }

  /** The exception to throw; the reason is a sentence about "it". */
  InvalidKeyException because(String reason) {
    return new InvalidKeyException(given, noun, reason, expected);
  }

  /** The next part, which has no tag such as {@code type@}. */
  String plain(String name, CharacterRule rule) {
    if (next < parts.size() && tag(parts.get(next)).isEmpty()) {
      return checked(name, rule, parts.get(next++));
    }
    throw missing(name);
  }

  /** The next part, unchecked; an {@code @} in it has no meaning here. */
  String unchecked(String name) {
    if (next < parts.size()) {
      return parts.get(next++);
    }
    throw missing(name);
  }

  /** The next part without its tag, or an empty text when it has another tag or there is none. */
  String optional(String tag, CharacterRule rule) {
    if (next < parts.size() && tag.equals(tag(parts.get(next)))) {
      return checked(tag, rule, parts.get(next++).substring(tag.length() + 1));
    }
    return "";
  }

  /** The next part without its tag. */
  String tagged(String tag, CharacterRule rule) {
    String value = optional(tag, rule);
    if (value.isEmpty()) {
      throw because(
          next < parts.size()
              ? unexpected() + ", '" + tag + "@' should come here"
              : "the part '" + tag + "@' is missing");
    }
    return value;
  }

  /** The optional branch and version of a course or library, checked; {branch, version}. */
  String[] branchAndVersion() {
    String branch = optional("branch", CharacterRule.COURSE_PART);
    String version = optional("version", CharacterRule.HEX);
    if (!version.isEmpty() && version.length() != 24) {
      throw because("version has " + version.length() + " hex digits instead of 24");
    }
    return new String[] {branch, version};
  }

  /** Demands that nothing is left. */
  void end() {
    if (next < parts.size()) {
      throw because(unexpected());
    }
  }

  /** The part, when it is not empty and has only allowed characters. */
  String checked(String name, CharacterRule rule, String part) {
    if (part.isEmpty()) {
      throw because("its " + name + " is empty");
    }
    int bad = rule.firstBad(part);
    if (bad >= 0) {
      throw because(
          InvalidKeyException.shown(Character.toString(part.codePointAt(bad)))
              + " is not allowed in its "
              + name
              + ", only "
              + rule.description());
    }
    return part;
  }

  private String unexpected() {
    String part = parts.get(next);
    if (part.isEmpty()) {
      return "it has an empty part";
    }
    String shown = InvalidKeyException.shown(part);
    return tag(part).isEmpty() ? shown + " is one part too many" : shown + " is out of place";
  }

  private InvalidKeyException missing(String name) {
    String article = "aeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ";
    return because(
        "it has " + next + (next == 1 ? " part, " : " parts, ") + article + name + " is missing");
  }

  private void checkWhole() {
    if (given.isEmpty()) {
      throw because("it is empty");
    }
    checkLength();
    if (given.endsWith("\n")) {
      throw because("it ends in a newline");
    }
    int blank = firstBlank(given);
    if (blank >= 0) {
      throw because("it has a blank or control character at position " + (blank + 1));
    }
    if (given.endsWith("+")) {
      throw because("it ends in '+'");
    }
  }

  private void checkLength() {
    if (given.length() > OpaqueKey.MAX_LENGTH) {
      int length = given.codePointCount(0, given.length());
      if (length > OpaqueKey.MAX_LENGTH) {
        throw because(
            "it has " + length + " characters, at most " + OpaqueKey.MAX_LENGTH + " can be stored");
      }
    }
  }

  private static int firstBlank(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c <= ' ' || (c > 126 && (Character.isISOControl(c) || Character.isSpaceChar(c)))) {
        return at;
      }
    }
    return -1;
  }

  /** The tag of a part such as {@code type@problem}; empty when it has none of the known ones. */
  private String tag(String part) {
    if (form.separator() != '+') {
      return "";
    }
    int at = part.indexOf('@');
    return at > 0 && TAGS.contains(part.substring(0, at)) ? part.substring(0, at) : "";
  }

  private static List<String> split(String text, int start, char separator) {
    List<String> parts = new ArrayList<>(6);
    int from = start;
    for (int at = text.indexOf(separator, from); at >= 0; at = text.indexOf(separator, from)) {
      parts.add(text.substring(from, at));
      from = at + 1;
    }
    parts.add(text.substring(from));
    return parts;
  }
}
