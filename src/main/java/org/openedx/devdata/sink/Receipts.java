package org.openedx.devdata.sink;

/** Receives the fate of every block, from any thread. Implementations are thread-safe. */
public interface Receipts {

  void delivered(Receipt receipt);

  /** A block that could not be delivered and was kept, or lost, in spite of every attempt. */
  void failed(Block block, Tally tally, String reason);
}
