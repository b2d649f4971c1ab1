package org.openedx.devdata.generate;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.openedx.devdata.generate.checkpoint.CheckpointFile;
import org.openedx.devdata.generate.checkpoint.TableState;
import org.openedx.devdata.sink.Block;
import org.openedx.devdata.sink.Receipt;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.SinkWorker;
import org.openedx.devdata.sink.Tally;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Carries out a plan: table by table, on several threads, which take the next block whenever they
 * are free. The first failure of a thread ends the run. Used once, by one thread.
 */
public final class GenerationRun {

  private final GenerationPlan plan;
  private final Sink sink;
  private final int threads;
  private final CheckpointFile checkpoints;
  private final GenerationListener listener;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final List<Thread> running = new CopyOnWriteArrayList<>();
  private final Map<DumpTable, TableState> states = new EnumMap<>(DumpTable.class);

  /**
   * @param checkpoints where the state is kept and, when it holds one of this plan, resumed from
   */
  public GenerationRun(
      GenerationPlan plan,
      Sink sink,
      int threads,
      CheckpointFile checkpoints,
      GenerationListener listener) {
    this.plan = plan;
    this.sink = sink;
    this.threads = threads;
    this.checkpoints = checkpoints;
    this.listener = listener;
  }

  /** Asks the run to end soon; what has arrived stays counted. For any thread. */
  public void stop() {
    stopped.set(true);
  }

  /** As {@link #stop}, without waiting for blocks that are being made or delivered. */
  public void interrupt() {
    stop();
    running.forEach(Thread::interrupt);
  }

  /**
   * Runs to the end.
   *
   * @throws IOException when the destination fails
   * @throws InterruptedException when the run was stopped
   */
  public GenerationResult run() throws IOException, InterruptedException {
    for (DumpTable table : plan.tables()) {
      int from = plan.slice().from(plan.blocks(table));
      states.put(table, checkpoints.state(table, from, plan.courses(table)));
    }
    // From the first moment there is something to resume.
    checkpoints.save(states);
    try {
      for (DumpTable table : plan.tables()) {
        load(table);
      }
    } finally {
      synchronized (states) {
        checkpoints.save(states);
      }
    }
    return GenerationResult.of(plan, states);
  }

  private void load(DumpTable table) throws IOException, InterruptedException {
    TableState state = states.get(table);
    int end = plan.slice().to(plan.blocks(table));
    if (state.next() >= end) {
      return;
    }
    long expected = expectedRows(table);
    long before = state.tally().rows() + GenerationResult.rows(state.lost().values());
    listener.began(table, expected < 0 ? -1 : expected - before);
    sink.open(table, state.next(), state.position());
    AtomicInteger next = new AtomicInteger(state.next());
    AtomicReference<Throwable> failure = new AtomicReference<>();
    running.clear();
    for (int i = 0; i < Math.min(threads, end - state.next()); i++) {
      Thread thread = new Thread(() -> work(table, next, end, failure), "load-" + table + "-" + i);
      thread.setDaemon(true);
      running.add(thread);
      thread.start();
    }
    try {
      for (Thread thread : running) {
        thread.join();
      }
    } catch (InterruptedException interrupted) {
      interrupt();
      throw interrupted;
    }
    raise(failure.get());
    sink.complete(table);
    listener.ended(table);
  }

  private long expectedRows(DumpTable table) {
    if (table.holdsStatements()) {
      return plan.statementsOfSlice();
    }
    int blocks = plan.blocks(table);
    long rows = 0;
    for (int unit = plan.slice().from(blocks); unit < plan.slice().to(blocks); unit++) {
      long ofUnit = plan.dump(table).rows(unit);
      if (ofUnit < 0) {
        return -1;
      }
      rows += ofUnit;
    }
    return rows;
  }

  private void work(
      DumpTable table, AtomicInteger next, int end, AtomicReference<Throwable> failure) {
    BlockMaker maker = new BlockMaker(plan, stopped::get);
    try (SinkWorker worker = sink.worker(new CountingReceipts(this::count, this::countFailed))) {
      while (failure.get() == null && !stopped.get()) {
        int number = next.getAndIncrement();
        if (number >= end) {
          return;
        }
        worker.deliver(new TimedBlock(maker.block(table, number)));
      }
      if (stopped.get()) {
        failure.compareAndSet(null, new InterruptedException("the run was stopped"));
      }
    } catch (IOException | InterruptedException | RuntimeException | Error problem) {
      // An interrupted thread may fail in any way; what counts is that it was.
      Throwable first = stopped.get() ? new InterruptedException("the run was stopped") : problem;
      if (failure.compareAndSet(null, first)) {
        stopped.set(true);
        // The others may wait for a block that will not come.
        running.stream()
            .filter(other -> other != Thread.currentThread())
            .forEach(Thread::interrupt);
      }
    }
  }

  private void count(Receipt receipt) {
    synchronized (states) {
      states.get(receipt.block().table()).delivered(receipt);
      checkpoints.saveNowAndThen(states);
    }
    DumpTable table = receipt.block().table();
    listener.advanced(table, receipt.tally().rows(), receipt.written());
    if (receipt.block() instanceof TimedBlock block) {
      listener.timed(
          table, block.number(), receipt.tally().rows(), block.making(), block.sinceMade());
    }
  }

  private void countFailed(Block block, Tally tally, String reason) {
    synchronized (states) {
      states.get(block.table()).failed(block.number(), tally);
      checkpoints.saveNowAndThen(states);
    }
    listener.failed(block.table(), tally.rows(), reason);
  }

  private static void raise(Throwable failure) throws IOException, InterruptedException {
    if (failure instanceof IOException problem) {
      throw problem;
    } else if (failure instanceof InterruptedException interrupted) {
      throw interrupted;
    } else if (failure instanceof RuntimeException problem) {
      throw problem;
    } else if (failure instanceof Error error) {
      throw error;
    }
  }
}
