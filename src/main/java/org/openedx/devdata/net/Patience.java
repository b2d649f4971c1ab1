package org.openedx.devdata.net;

import java.time.Duration;

/**
 * Limits the time that is spent on waiting for one answer: its time-out, and a second more for each
 * 64 KiB that have come, so that a long answer may take long and one that drips may not. Only the
 * waiting counts, not what is done with the answer meanwhile. Mutable, for one thread at a time.
 */
final class Patience {

  private static final long BYTES_A_SECOND = 1 << 16;
  private static final long SECOND = 1_000_000_000L;

  private final Duration timeout;
  private long left;

  Patience(Duration timeout) {
    this.timeout = timeout;
    this.left = timeout.toNanos();
  }

  /** Nanoseconds that may still be waited. */
  long left() {
    return left;
  }

  void waited(long nanos) {
    left -= nanos;
  }

  void received(int bytes) {
    left += bytes * (SECOND / BYTES_A_SECOND);
  }

  NoAnswerException lost() {
    return new NoAnswerException(
        "it did not answer in full within %s".formatted(inWords(timeout)), null);
  }

  private static String inWords(Duration time) {
    return time.toMillis() < 1000 ? time.toMillis() + " ms" : time.toSeconds() + " s";
  }
}
