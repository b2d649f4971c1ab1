package org.openedx.devdata.sink.clickhouse;

import java.time.Duration;
import java.util.Map;

/**
 * How hard to try.
 *
 * @param inFlight inserts at a time
 * @param attempts tries for each, the first one included
 * @param firstPause before the second try; doubles from there
 * @param longestPause where doubling ends
 * @param hopeless after so many refusals in a row that no later try can mend, the rest is refused
 *     without asking: a wrong password does not become right
 * @param serverSettings ClickHouse settings of every insert
 */
public record InsertPolicy(
    int inFlight,
    int attempts,
    Duration firstPause,
    Duration longestPause,
    int hopeless,
    Map<String, String> serverSettings) {

  /** About three minutes of patience for a server that restarts. */
  public static final InsertPolicy USUAL =
      new InsertPolicy(3, 8, Duration.ofMillis(500), Duration.ofSeconds(60), 3, Map.of());

  public InsertPolicy {
    if (inFlight < 1 || attempts < 1 || hopeless < 1) {
      throw new IllegalArgumentException(
          "inFlight %d, attempts %d, hopeless %d; each must be at least 1"
              .formatted(inFlight, attempts, hopeless));
    }
    serverSettings = Map.copyOf(serverSettings);
  }

  public InsertPolicy withInFlight(int inserts) {
    return new InsertPolicy(inserts, attempts, firstPause, longestPause, hopeless, serverSettings);
  }

  public InsertPolicy withServerSettings(Map<String, String> settings) {
    return new InsertPolicy(inFlight, attempts, firstPause, longestPause, hopeless, settings);
  }

  /**
   * The pause after a failed try.
   *
   * @param failures how many tries have failed
   * @param token spreads the pauses of batches that failed together over half to whole of their
   *     length, always the same for the same batch
   */
  Duration pauseAfter(int failures, String token) {
    double doubled = firstPause.toMillis() * Math.pow(2, failures - 1);
    double limited = Math.min(longestPause.toMillis(), doubled);
    double share = 0.5 + Math.floorMod(31 * token.hashCode() + failures, 1000) / 2000.0;
    return Duration.ofMillis(Math.round(limited * share));
  }
}
