package org.openedx.devdata.sink;

import org.openedx.devdata.world.dump.DumpTable;

/**
 * A part of a table that is delivered as a whole: always the same rows in the same order, however
 * often and on whichever thread it is written. Not thread-safe: a block belongs to one worker until
 * it has been written.
 */
public interface Block {

  DumpTable table();

  /** Its number among the blocks of the table, from 0. */
  int number();

  /**
   * Writes its rows and returns a tally of them. May be called again when a delivery failed.
   *
   * @throws InterruptedException when the run ends
   */
  Tally write(BlockWriter out) throws InterruptedException;
}
