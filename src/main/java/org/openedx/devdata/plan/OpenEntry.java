package org.openedx.devdata.plan;

import org.openedx.devdata.spec.Problems;

/**
 * An entry whose database or store is open and can take its rows. Used once; not thread-safe. By
 * default of a store without transactions: what was written stays, and the next run completes it.
 */
public interface OpenEntry extends AutoCloseable {

  RunEntry entry();

  /** The place of its rows, for messages. */
  String label();

  /**
   * Adds references to what is neither in the specs nor in the database; in the order of entries.
   */
  default void checkReferences(Problems problems) {}

  /** Adds what stands against writing the rows; called when all entries are open. */
  default void check(Problems problems) {}

  /** Plans, loads or resets, as the run's step says; commits nothing that can be rolled back. */
  void run();

  /** Keeps what was done. */
  default void commit() {}

  /** Rolls back what was not committed, where that is possible. */
  @Override
  void close();
}
