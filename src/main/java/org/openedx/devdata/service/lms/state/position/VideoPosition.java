package org.openedx.devdata.service.lms.state.position;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Position at which a video was stopped.
 *
 * @param seconds from its start, below 100 hours
 */
record VideoPosition(int seconds) {

  private static final Pattern CLOCK = Pattern.compile("(\\d{2}):([0-5]\\d):([0-5]\\d)");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

  /**
   * Reads {@code HH:MM:SS} or whole seconds.
   *
   * @throws IllegalArgumentException when the text is neither
   */
  static VideoPosition parse(String text) {
    Matcher clock = CLOCK.matcher(text);
    if (clock.matches()) {
      return new VideoPosition(
          Integer.parseInt(clock.group(1)) * 3600
              + Integer.parseInt(clock.group(2)) * 60
              + Integer.parseInt(clock.group(3)));
    }
    if (SECONDS.matcher(text).matches() && Integer.parseInt(text) < 360_000) {
      return new VideoPosition(Integer.parseInt(text));
    }
    throw new IllegalArgumentException(
        "'" + text + "' is no place in a video; write it as 00:01:30 or as seconds, quoted");
  }

  /** {@code HH:MM:SS}, as the platform stores it. */
  String text() {
    return "%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
