package org.openedx.devdata.service.lms.userstate.store;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Times of saves. Stateless. */
public final class Moments {

  private Moments() {}

  /**
   * The time of a save as columns hold it: UTC, in whole microseconds, rounded up, so that it never
   * lies before a moment that was noted before the save.
   */
  public static LocalDateTime saved(Instant clock) {
    Instant whole = clock.truncatedTo(ChronoUnit.MICROS);
    Instant up = whole.equals(clock) ? whole : whole.plus(1, ChronoUnit.MICROS);
    return LocalDateTime.ofInstant(up, ZoneOffset.UTC);
  }
}
