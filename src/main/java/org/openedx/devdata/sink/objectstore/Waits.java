package org.openedx.devdata.sink.objectstore;

import java.time.Duration;

/**
 * Limits of the time that requests to a bucket take.
 *
 * @param attempts how often a request is sent, with growing pauses, before it has failed
 * @param connect for a connection
 * @param answer for the next bytes of an answer
 * @param request for a whole request and its answer, once
 */
record Waits(int attempts, Duration connect, Duration answer, Duration request) {

  /** Enough for a part of some MiB through a thin line, but not for anything that only drips. */
  static final Waits DEFAULT =
      new Waits(6, Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofMinutes(10));
}
