package org.openedx.devdata.factory;

import java.time.Duration;
import java.time.Instant;

/**
 * Values that a course run gets where its spec says nothing, the same in every service. Stateless.
 */
public final class CourseDefaults {

  private static final Duration LENGTH = Duration.ofDays(30);

  private CourseDefaults() {}

  /** The title. */
  public static String title(String courseKey) {
    return courseKey + " Course";
  }

  /** The start, by the run clock. */
  public static Instant start(Instant now) {
    return now;
  }

  /** The end, by the run clock. */
  public static Instant end(Instant now) {
    return now.plus(LENGTH);
  }
}
