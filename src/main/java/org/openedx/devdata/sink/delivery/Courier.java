package org.openedx.devdata.sink.delivery;

import org.openedx.devdata.world.dump.DumpTable;

/** Delivers batches to one server. Implementations are thread-safe. */
public interface Courier extends AutoCloseable {

  /** Address of the server, for people; no password. */
  String description();

  /**
   * Looks whether rows of a table will be taken, before any are made.
   *
   * @throws RuntimeException saying what is wrong and what to do
   */
  void open(DumpTable table);

  /** Begins to deliver a batch. */
  Delivery delivery(Batch batch);

  @Override
  void close();

  /** One batch on its way. Not thread-safe. */
  interface Delivery {

    /**
     * Tries once to deliver what no earlier try has.
     *
     * @return bytes that went out for the batch, in this try and those before
     * @throws DeliveryException when it has not arrived as a whole
     */
    long attempt() throws InterruptedException;
  }
}
