package org.openedx.devdata.service.content.containers;

import java.util.Arrays;
import java.util.Optional;

/** The typed containers, from the bottom up. */
public enum ContainerType {
  UNIT("unit", "component"),
  SUBSECTION("subsection", "unit"),
  SECTION("section", "subsection");

  private final String code;
  private final String child;

  ContainerType(String code, String child) {
    this.code = code;
    this.child = child;
  }

  /** As archives and tables call it. */
  public String code() {
    return code;
  }

  /** Type that its children must have: a container's code, or {@code component}. */
  public String child() {
    return child;
  }

  /** The type of a code. */
  public static Optional<ContainerType> of(String code) {
    return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
  }
}
