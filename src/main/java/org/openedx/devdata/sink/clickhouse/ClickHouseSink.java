package org.openedx.devdata.sink.clickhouse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.sink.Block;
import org.openedx.devdata.sink.Receipt;
import org.openedx.devdata.sink.Receipts;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.SinkWorker;
import org.openedx.devdata.sink.Tally;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Tables of a ClickHouse server. Each block is one insert, named by the run, its table and its
 * number, so that a server that keeps such names takes it once however often it is sent. Threads
 * that make blocks go on while inserts are in flight. Thread-safe.
 */
public final class ClickHouseSink implements Sink {

  private final ClickHouse server;
  private final InsertQueue queue;
  private final Function<DumpTable, TableName> names;
  private final String run;
  private final int statements;
  private final BufferPool buffers = new BufferPool();

  /**
   * @param names where each table is on the site
   * @param run names the rows: the same for the same configuration and seed, as in the manifest;
   *     letters, digits, {@code . _ -}
   * @param statements how many statements make an insert; see {@link InsertSizing#statements}
   * @param warnings told of failed tries, a line each; called from several threads
   */
  public ClickHouseSink(
      ClickHouse server,
      InsertPolicy policy,
      FailedBatches failed,
      Function<DumpTable, TableName> names,
      String run,
      int statements,
      Consumer<String> warnings) {
    this.server = server;
    this.queue = new InsertQueue(server, policy, failed, warnings);
    this.names = names;
    this.run = run;
    this.statements = statements;
  }

  @Override
  public String description() {
    return server.settings().label();
  }

  @Override
  public int statementsOfABlock() {
    return statements;
  }

  /** Looks whether the table can take the rows, before any are made. */
  @Override
  public void open(DumpTable table, int first, long position) {
    TableName name = names.apply(table);
    Set<String> there = new HashSet<>();
    for (List<String> row :
        server.rows(
            "SELECT name FROM system.columns WHERE database = %s AND table = %s"
                .formatted(TableName.literal(name.database()), TableName.literal(name.table())))) {
      there.add(row.get(0));
    }
    List<String> missing = columns(table).stream().filter(c -> !there.contains(c)).toList();
    if (there.isEmpty()) {
      throw new DatabaseException(
          "%s has no table '%s'; run the site's own migrations, or load with --target embedded"
              .formatted(server.settings().label(), name));
    }
    if (!missing.isEmpty()) {
      throw new DatabaseException(
          "table '%s' of %s lacks the columns %s; migrate the site to Aspects 1.4 or newer"
              .formatted(name, server.settings().label(), missing));
    }
  }

  @Override
  public SinkWorker worker(Receipts receipts) {
    return new Worker(receipts);
  }

  @Override
  public void complete(DumpTable table) throws InterruptedException {
    queue.finish();
  }

  /** How the inserts went so far. */
  public SinkTotals totals() {
    return queue.totals();
  }

  @Override
  public void close() throws IOException {
    queue.close();
    server.close();
  }

  private static List<String> columns(DumpTable table) {
    return table.columns().stream().map(DumpTable.Column::name).toList();
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
      DumpTable table = block.table();
      InsertBatch batch =
          InsertBatch.of(
              names.apply(table),
              columns(table),
              tally.rows(),
              "%s-%s-%d".formatted(run, table, block.number()),
              rows.array(),
              rows.length());
      queue.submit(batch, new Fate(block, tally, rows));
    }

    @Override
    public void close() {
      // What is in flight belongs to the queue; complete waits for it.
    }

    /** Receipt or failure of one block; then its memory is free. */
    private final class Fate implements InsertQueue.Outcome {
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
