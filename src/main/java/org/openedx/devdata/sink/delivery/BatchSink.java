package org.openedx.devdata.sink.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.openedx.devdata.sink.Block;
import org.openedx.devdata.sink.Receipt;
import org.openedx.devdata.sink.Receipts;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.SinkWorker;
import org.openedx.devdata.sink.Tally;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * A server that takes rows in batches. Each block is one batch, named by the run, its table and its
 * number, so that a server can recognise what it has already. Threads that make blocks go on while
 * batches are in flight. Thread-safe.
 */
public final class BatchSink implements Sink {

  private final Courier courier;
  private final DeliveryQueue queue;
  private final String run;
  private final int statements;
  private final BufferPool buffers = new BufferPool();

  /**
   * @param courier delivers the batches; closed with the sink
   * @param run names the rows: the same for the same configuration and seed, as in the manifest;
   *     letters, digits, {@code . _ -}
   * @param statements about how many statements make a batch
   * @param warnings receives failed tries, a line each; called from several threads
   */
  public BatchSink(
      Courier courier,
      DeliveryPolicy policy,
      Keeper keeper,
      String run,
      int statements,
      Consumer<String> warnings) {
    this.courier = courier;
    this.queue = new DeliveryQueue(courier, policy, keeper, warnings, DeliveryQueue.Pauses.REAL);
    this.run = run;
    this.statements = statements;
  }

  @Override
  public String description() {
    return courier.description();
  }

  @Override
  public int statementsOfABlock() {
    return statements;
  }

  @Override
  public void open(DumpTable table, int first, long position) {
    courier.open(table);
  }

  @Override
  public SinkWorker worker(Receipts receipts) {
    return new Worker(receipts);
  }

  @Override
  public void complete(DumpTable table) throws InterruptedException {
    queue.finish();
  }

  /** Totals of the deliveries so far. */
  public DeliveryTotals totals() {
    return queue.totals();
  }

  @Override
  public void close() throws IOException {
    queue.close();
    courier.close();
  }

  private final class Worker implements SinkWorker {

    private final Receipts receipts;

    Worker(Receipts receipts) {
      this.receipts = receipts;
    }

    @Override
    public void deliver(Block block) throws InterruptedException {
      RowBinaryBuffer rows = buffers.take();
      Tally tally = block.write(new RowBinaryWriter(rows));
      if (tally.rows() == 0) {
        buffers.giveBack(rows);
        receipts.delivered(new Receipt(block, tally, 0, 0));
        return;
      }
      queue.submit(
          Batch.of(run, block.table(), block.number(), tally.rows(), rows.array(), rows.length()),
          new Fate(block, tally, rows));
    }

    @Override
    public void close() {
      // What is in flight belongs to the queue; complete waits for it.
    }

    /** Receipt or failure of one block; then its memory is free. */
    private final class Fate implements DeliveryQueue.Outcome {
      private final Block block;
      private final Tally tally;
      private final RowBinaryBuffer rows;

      Fate(Block block, Tally tally, RowBinaryBuffer rows) {
        this.block = block;
        this.tally = tally;
        this.rows = rows;
      }

      @Override
      public void delivered(long bytes) {
        buffers.giveBack(rows);
        receipts.delivered(new Receipt(block, tally, bytes, 0));
      }

      @Override
      public void kept(Path file, String reason) {
        buffers.giveBack(rows);
        receipts.failed(block, tally, reason + "; kept in " + file);
      }
    }
  }
}
