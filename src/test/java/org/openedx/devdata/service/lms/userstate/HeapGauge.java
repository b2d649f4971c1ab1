package org.openedx.devdata.service.lms.userstate;

/** The largest heap that was in use after a collection. Not thread-safe. */
final class HeapGauge {

  private long largest;
  private long nanos;

  /** Collects and looks; the time that takes is counted apart. */
  void look() {
    long start = System.nanoTime();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    largest = Math.max(largest, runtime.totalMemory() - runtime.freeMemory());
    nanos += System.nanoTime() - start;
  }

  long megabytes() {
    return largest >> 20;
  }

  /** What looking took. */
  double seconds() {
    return nanos / 1e9;
  }
}
