package org.openedx.devdata.opaquekeys;

/** The textual forms of keys: namespace, and the words for them in messages. */
public enum KeyForm {
  COURSE("course-v1", "course", "course-v1:ORG+COURSE+RUN"),
  LEGACY_COURSE("", "course", "ORG/COURSE/RUN"),
  CCX_COURSE("ccx-v1", "custom course", "ccx-v1:ORG+COURSE+RUN+ccx@N"),
  LEGACY_LIBRARY("library-v1", "legacy library", "library-v1:ORG+LIB"),
  LIBRARY("lib", "library", "lib:ORG:SLUG"),
  BLOCK("block-v1", "block", "block-v1:ORG+COURSE+RUN+type@TYPE+block@ID"),
  LEGACY_BLOCK("i4x", "block", "i4x://ORG/COURSE/TYPE/NAME"),
  CCX_BLOCK(
      "ccx-block-v1",
      "block of a custom course",
      "ccx-block-v1:ORG+COURSE+RUN+ccx@N+type@TYPE+block@ID"),
  LEGACY_LIBRARY_BLOCK(
      "lib-block-v1", "block of a legacy library", "lib-block-v1:ORG+LIB+type@TYPE+block@ID"),
  LIBRARY_BLOCK("lb", "block of a library", "lb:ORG:SLUG:TYPE:ID"),
  CONTAINER("lct", "library container", "lct:ORG:SLUG:TYPE:ID"),
  COLLECTION("lib-collection", "library collection", "lib-collection:ORG:SLUG:ID"),
  ASSET("asset-v1", "asset", "asset-v1:ORG+COURSE+RUN+type@asset+block@NAME"),
  DEFINITION("def-v1", "definition", "def-v1:24HEX+type@TYPE");

  private final String namespace;
  private final String noun;
  private final String template;

  KeyForm(String namespace, String noun, String template) {
    this.namespace = namespace;
    this.noun = noun;
    this.template = template;
  }

  /** Namespace before the first colon; empty for a legacy course key, which has none. */
  public String namespace() {
    return namespace;
  }

  /** Separator between the parts. */
  char separator() {
    return switch (this) {
      case LEGACY_COURSE, LEGACY_BLOCK -> '/';
      case LIBRARY, LIBRARY_BLOCK, CONTAINER, COLLECTION -> ':';
      default -> '+';
    };
  }

  /** Noun for the thing that such a key names, for messages: "course", "block". */
  public String noun() {
    return noun;
  }

  /** Template of such a key, with its parts in capitals. */
  public String template() {
    return template;
  }
}
