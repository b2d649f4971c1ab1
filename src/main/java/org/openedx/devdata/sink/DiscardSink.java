package org.openedx.devdata.sink;

import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.world.dump.DumpTable;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementRenderer;

/** Goes nowhere: for measuring, and for checksums alone. Thread-safe. */
public final class DiscardSink implements Sink {

  private static final int STATEMENTS = 32_768;

  /** Takes rows and forgets them. */
  public static final BlockWriter NOWHERE = new Nowhere();

  @Override
  public String description() {
    return "discard";
  }

  @Override
  public int statementsOfABlock() {
    return STATEMENTS;
  }

  @Override
  public void open(DumpTable table, int first, long position) {
    // Nothing to open.
  }

  @Override
  public SinkWorker worker(Receipts receipts) {
    return new SinkWorker() {
      @Override
      public void deliver(Block block) throws InterruptedException {
        receipts.delivered(new Receipt(block, block.write(NOWHERE), 0, 0));
      }

      @Override
      public void close() {
        // Nothing is held.
      }
    };
  }

  @Override
  public void complete(DumpTable table) {
    // Receipts are given at once.
  }

  @Override
  public void close() {
    // Nothing is held.
  }

  private static final class Nowhere implements BlockWriter {

    @Override
    public void statement(StatementData data, OutputBytes json, StatementRenderer renderer) {
      // Rendered and counted by the block; more is not wanted.
    }

    @Override
    public void line(long micros, OutputBytes line) {
      // See above.
    }

    @Override
    public void text(String value) {
      // As above, and so for all values.
    }

    @Override
    public void number(int value) {
      // See above.
    }

    @Override
    public void noNumber() {
      // See above.
    }

    @Override
    public void flag(boolean value) {
      // See above.
    }

    @Override
    public void uuid(long high, long low) {
      // See above.
    }

    @Override
    public void endRow() {
      // See above.
    }
  }
}
