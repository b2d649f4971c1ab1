package org.openedx.devdata.bench;

import java.util.concurrent.atomic.AtomicLong;
import org.openedx.devdata.generate.GenerationListener;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * The rate of a run once it is warm: from its first quarter on, in which Java has compiled what is
 * done often. Thread-safe.
 */
final class SteadyRate implements GenerationListener {

  private final long quarter;
  private final AtomicLong delivered = new AtomicLong();
  private final AtomicLong warmRows = new AtomicLong();
  private volatile long warm;

  SteadyRate(long statements) {
    quarter = statements / 4;
  }

  @Override
  public void began(DumpTable table, long rows) {
    // Only what arrives counts.
  }

  @Override
  public void advanced(DumpTable table, long rows, long written) {
    long now = delivered.addAndGet(rows);
    if (now >= quarter && warmRows.compareAndSet(0, now)) {
      warm = System.nanoTime();
    }
  }

  @Override
  public void ended(DumpTable table) {
    // The run tells that itself.
  }

  @Override
  public void failed(DumpTable table, long rows, String reason) {
    throw new IllegalStateException(reason);
  }

  /** Statements a second of the last three quarters, to be asked for when the run has ended. */
  double perSecond() {
    return (delivered.get() - warmRows.get()) / ((System.nanoTime() - warm) / 1e9);
  }
}
