package org.openedx.devdata.generate;

import java.util.function.BooleanSupplier;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.bytes.Quoting;
import org.openedx.devdata.bytes.XxHash64;
import org.openedx.devdata.sink.Block;
import org.openedx.devdata.sink.BlockWriter;
import org.openedx.devdata.sink.Tally;
import org.openedx.devdata.world.dump.DumpTable;
import org.openedx.devdata.xapi.FrameReader;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementRenderer;

/** Makes the blocks of one thread; holds what it uses for every statement. Not thread-safe. */
final class BlockMaker {

  private final GenerationPlan plan;
  private final BooleanSupplier stopped;
  private final FrameReader reader;
  private final StatementRenderer renderer;
  private final StatementData data = new StatementData();
  private final OutputBytes json = new OutputBytes(1 << 13);

  BlockMaker(GenerationPlan plan, BooleanSupplier stopped) {
    this.plan = plan;
    this.stopped = stopped;
    this.reader = plan.model().reader();
    this.renderer = new StatementRenderer(plan.settings());
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
      reader.open(frame);
      while (reader.next(data)) {
        renderer.identify(data);
        json.clear();
        renderer.render(data, Quoting.PLAIN, json);
        long hash = XxHash64.of(json.array(), 0, json.length());
        tally.statement(hash, json.length(), data.type.verb(), data.courseIndex);
        out.statement(data, json, renderer);
      }
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
