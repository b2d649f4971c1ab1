package org.openedx.devdata.cli.console;

import java.util.Map;

/** Choice of when output is coloured. */
enum ColorMode {
  AUTO,
  ALWAYS,
  NEVER;

  /**
   * Decides whether to colour a stream.
   *
   * @param terminal whether the stream is a terminal
   * @param environment for {@code NO_COLOR} and {@code TERM}, which only {@code auto} honours
   */
  boolean colours(boolean terminal, Map<String, String> environment) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          terminal
              && environment.getOrDefault("NO_COLOR", "").isEmpty()
              && !"dumb".equals(environment.get("TERM"));
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
