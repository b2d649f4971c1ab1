package org.openedx.devdata.service.lms.userstate;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes on by one and a half microseconds whenever it is read. Not thread-safe. */
public final class TickingClock implements InstantSource {

  private Instant now = Instant.parse("2026-03-29T01:30:00Z");

  @Override
  public Instant instant() {
    now = now.plusNanos(1_500);
    return now;
  }
}
