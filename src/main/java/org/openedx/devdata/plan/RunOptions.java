package org.openedx.devdata.plan;

import java.time.Duration;
import java.time.Instant;
import org.openedx.devdata.plan.kind.Step;

/**
 * Options of a run.
 *
 * @param step the last step
 * @param now the run clock
 * @param seed the run's seed
 * @param atomic whether all entries are one unit: nothing is committed before all have succeeded
 * @param patience how long to wait for another devdata that writes to the same database
 * @param chunkSize records that are planned and written together
 * @param removal what is removed besides
 */
public record RunOptions(
    Step step,
    Instant now,
    long seed,
    boolean atomic,
    Duration patience,
    int chunkSize,
    Removal removal) {

  /**
   * Large enough that the server takes rows nearly as fast as from one file, small enough that
   * memory (some ten megabytes) does not matter.
   */
  public static final int CHUNK_SIZE = 25_000;

  /** Options of a run that removes nothing besides. */
  public RunOptions(
      Step step, Instant now, long seed, boolean atomic, Duration patience, int chunkSize) {
    this(step, now, seed, atomic, patience, chunkSize, Removal.NONE);
  }

  public RunOptions {
    if (chunkSize < 1) {
      throw new IllegalArgumentException("chunkSize must be positive: " + chunkSize);
    }
  }
}
