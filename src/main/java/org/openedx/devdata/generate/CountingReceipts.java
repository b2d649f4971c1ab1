package org.openedx.devdata.generate;

import java.util.function.Consumer;
import org.openedx.devdata.sink.Block;
import org.openedx.devdata.sink.Receipt;
import org.openedx.devdata.sink.Receipts;
import org.openedx.devdata.sink.Tally;

/** Receipts that go to a run's counters. Thread-safe when these are. */
record CountingReceipts(Consumer<Receipt> counter, Failures failures) implements Receipts {

  /** Counts what failed. */
  interface Failures {
    void failed(Block block, Tally tally, String reason);
  }

  @Override
  public void delivered(Receipt receipt) {
    counter.accept(receipt);
  }

  @Override
  public void failed(Block block, Tally tally, String reason) {
    failures.failed(block, tally, reason);
  }
}
