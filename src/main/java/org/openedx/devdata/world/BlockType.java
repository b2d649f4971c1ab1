package org.openedx.devdata.world;

import java.util.Locale;

/** The kinds of block that a course is made of. */
public enum BlockType {
  COURSE("aggregator"),
  CHAPTER("aggregator"),
  SEQUENTIAL("aggregator"),
  VERTICAL("aggregator"),
  PROBLEM("completable"),
  VIDEO("completable"),
  HTML("completable");

  private final String completionMode;

  BlockType(String completionMode) {
    this.completionMode = completionMode;
  }

  /** The name of the type in a usage key. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Way in which the completion of such a block is found. */
  public String completionMode() {
    return completionMode;
  }

  /** The name in display names, such as {@code Problem}. */
  public String title() {
    return name().charAt(0) + key().substring(1);
  }
}
