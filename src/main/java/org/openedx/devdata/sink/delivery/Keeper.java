package org.openedx.devdata.sink.delivery;

import java.io.IOException;
import java.nio.file.Path;

/** Holds what could not be delivered. Thread-safe for different batches. */
public interface Keeper {

  /**
   * Keeps a batch.
   *
   * @param error why it was not delivered
   * @return where it is
   */
  Path keep(Batch batch, String error) throws IOException;

  /**
   * Forgets a batch that has arrived, should it have been kept before.
   *
   * @param bytes how many went out for it
   */
  void arrived(Batch batch, long bytes) throws IOException;
}
