package org.openedx.devdata.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.openedx.devdata.world.dump.DumpTable;

/** A block whose rows a test writes down; and what a sink reports of such blocks. */
public record RowsOfABlock(DumpTable table, int number, Consumer<BlockWriter> rows)
    implements Block {

  @Override
  public Tally write(BlockWriter out) {
    rows.accept(out);
    return new Tally(0);
  }

  /** Receipts in the order in which they came. */
  public static final class Seen implements Receipts {

    private final List<Receipt> delivered = new ArrayList<>();

    public synchronized List<Receipt> delivered() {
      return List.copyOf(delivered);
    }

    @Override
    public synchronized void delivered(Receipt receipt) {
      delivered.add(receipt);
    }

    @Override
    public void failed(Block block, Tally tally, String reason) {
      throw new AssertionError("block " + block.number() + " failed: " + reason);
    }
  }
}
