package org.openedx.devdata.sink;

import java.io.IOException;

/** Delivers blocks for one thread. Mutable, not thread-safe. */
public interface SinkWorker extends AutoCloseable {

  /**
   * Delivers a block, now or soon; the receipt says when. Blocks of a table come in order of their
   * numbers over all workers, each number once.
   */
  void deliver(Block block) throws IOException, InterruptedException;

  @Override
  void close();
}
