package org.openedx.devdata.generate.trial;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/**
 * Time that work on one thread takes.
 *
 * @param seconds of the processor: what a machine takes that has nothing else to do
 * @param asBusy seconds that pass, while other programs take their part of the processors
 */
record Effort(double seconds, double asBusy) {

  static final Effort NONE = new Effort(0, 0);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Measures work on this thread; where Java cannot see the processor's time, by the clock. */
  static Effort of(Runnable work) {
    long processor = processor();
    long clock = System.nanoTime();
    work.run();
    double passed = seconds(System.nanoTime() - clock);
    double used = processor < 0 ? passed : seconds(processor() - processor);
    // Clocks of a processor's time may be coarse; none of them runs ahead.
    return new Effort(Math.min(used, passed), passed);
  }

  Effort plus(Effort other) {
    return new Effort(seconds + other.seconds, asBusy + other.asBusy);
  }

  Effort times(double factor) {
    return new Effort(seconds * factor, asBusy * factor);
  }

  private static long processor() {
    return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : -1;
  }

  private static double seconds(long nanos) {
    return (double) nanos / TimeUnit.SECONDS.toNanos(1);
  }
}
