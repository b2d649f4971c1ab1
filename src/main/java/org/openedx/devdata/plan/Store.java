package org.openedx.devdata.plan;

/**
 * An open store without transactions: what was written stays, and the next run completes it. Used
 * once; not thread-safe.
 */
public interface Store extends AutoCloseable {

  /** Where it is, for messages. */
  String label();

  /** Plans, loads or resets, as the run's step says. */
  void run();

  @Override
  void close();
}
