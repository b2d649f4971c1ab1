package org.openedx.devdata.cli.report.run;

import org.openedx.devdata.plan.Action;

/** Number of rows for each action. Not thread-safe. */
public final class Counts {

  private final long[] counts = new long[Action.values().length];

  void add(Action action) {
    counts[action.ordinal()]++;
  }

  void add(Action action, long rows) {
    counts[action.ordinal()] += rows;
  }

  void add(Counts others) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += others.counts[i];
    }
  }

  public long of(Action action) {
    return counts[action.ordinal()];
  }

  /** Rows that are not as the specs say. */
  public long changes() {
    return total() - of(Action.UNCHANGED);
  }

  public long total() {
    long total = 0;
    for (long count : counts) {
      total += count;
    }
    return total;
  }
}
