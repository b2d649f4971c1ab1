package org.openedx.devdata.generate;

import java.util.function.BooleanSupplier;
import org.openedx.devdata.sink.Block;
import org.openedx.devdata.sink.BlockWriter;
import org.openedx.devdata.sink.Tally;
import org.openedx.devdata.world.dump.DumpTable;

/** Makes the blocks of one thread; holds what it uses for every statement. Not thread-safe. */
final class BlockMaker {

  private final GenerationPlan plan;
  private final BooleanSupplier stopped;
  private final FrameRows rows;

  BlockMaker(GenerationPlan plan, BooleanSupplier stopped) {
    this.plan = plan;
    this.stopped = stopped;
    this.rows = plan.rows();
  }

  Block block(DumpTable table, int number) {
    return table.holdsStatements() ? new StatementBlock(number) : new RowBlock(table, number);
  }

  private Tally statements(int number, BlockWriter out) throws InterruptedException {
    Tally tally = new Tally(plan.model().courses().size());
    int first = number * plan.framesOfABlock();
    int end = Math.min(plan.model().frames(), first + plan.framesOfABlock());
    for (int frame = first; frame < end; frame++) {
      if (stopped.getAsBoolean()) {
        throw new InterruptedException("the run was stopped");
      }
      rows.write(frame, out, tally);
    }
    return tally;
  }

  private final class StatementBlock implements Block {

    private final int number;

    StatementBlock(int number) {
      this.number = number;
    }

    @Override
    public DumpTable table() {
      return DumpTable.XAPI;
    }

    @Override
    public int number() {
      return number;
    }

    @Override
    public Tally write(BlockWriter out) throws InterruptedException {
      return statements(number, out);
    }
  }

  private final class RowBlock implements Block {

    private final DumpTable table;
    private final int number;

    RowBlock(DumpTable table, int number) {
      this.table = table;
      this.number = number;
    }

    @Override
    public DumpTable table() {
      return table;
    }

    @Override
    public int number() {
      return number;
    }

    @Override
    public Tally write(BlockWriter out) {
      Tally tally = new Tally(0);
      plan.dump(table).write(number, new TallyingWriter(out, tally));
      return tally;
    }
  }
}
