package org.openedx.devdata.sink.delivery;

import java.time.Duration;

/**
 * Limits of what is tried to deliver a batch.
 *
 * @param inFlight batches at a time
 * @param attempts tries for each, the first one included
 * @param firstPause before the second try; doubles from there
 * @param longestPause where doubling ends
 * @param hopeless after so many batches in a row that were not taken, the run is given up: what is
 *     wrong does not mend itself, and the rest need not be kept since it can be made again
 */
public record DeliveryPolicy(
    int inFlight, int attempts, Duration firstPause, Duration longestPause, int hopeless) {

  /** Three minutes of patience for a server that restarts. */
  public static final DeliveryPolicy DEFAULT =
      new DeliveryPolicy(3, 1, Duration.ofMillis(500), Duration.ofSeconds(60), 10)
          .withPatience(Duration.ofMinutes(3));

  public DeliveryPolicy {
    if (inFlight < 1 || attempts < 1 || hopeless < 1) {
      throw new IllegalArgumentException(
          "inFlight %d, attempts %d, hopeless %d; each must be at least 1"
              .formatted(inFlight, attempts, hopeless));
    }
  }

  public DeliveryPolicy withInFlight(int batches) {
    return new DeliveryPolicy(batches, attempts, firstPause, longestPause, hopeless);
  }

  /** As many tries as fill this time with the pauses between them. */
  public DeliveryPolicy withPatience(Duration patience) {
    int tries = 1;
    for (double waited = 0; waited < patience.toMillis(); tries++) {
      waited += longestPauseAfter(tries);
    }
    return new DeliveryPolicy(inFlight, tries, firstPause, longestPause, hopeless);
  }

  private double longestPauseAfter(int failures) {
    return Math.min(longestPause.toMillis(), firstPause.toMillis() * Math.pow(2, failures - 1));
  }

  /**
   * The pause after a failed try.
   *
   * @param failures how many tries have failed
   * @param token spreads the pauses of batches that failed together over half to whole of their
   *     length, always the same for the same batch
   */
  Duration pauseAfter(int failures, String token) {
    double share = 0.5 + Math.floorMod(31 * token.hashCode() + failures, 1000) / 2000.0;
    return Duration.ofMillis(Math.round(longestPauseAfter(failures) * share));
  }
}
