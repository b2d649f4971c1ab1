package org.openedx.devdata.sink.file;

import java.io.IOException;
import java.util.function.Function;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.sink.Block;
import org.openedx.devdata.sink.Receipts;
import org.openedx.devdata.sink.SinkWorker;
import org.openedx.devdata.sink.Tally;
import org.openedx.devdata.sink.codec.Codec;
import org.openedx.devdata.sink.codec.Compressor;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Writes and packs blocks on its own thread and appends each to its table's file, in order.
 * Mutable, not thread-safe.
 */
public final class PackedWorker implements SinkWorker {

  private final Function<DumpTable, OrderedFile> files;
  private final Pool pool;
  private final Compressor compressor;
  private final PackedWriter writer;
  private final Receipts receipts;

  /**
   * @param files the open file of a table
   * @param pool for packed bytes; shared by all workers
   * @param writers makes a writer that packs with the given compressor
   */
  public PackedWorker(
      Function<DumpTable, OrderedFile> files,
      Pool pool,
      Codec codec,
      Function<Compressor, PackedWriter> writers,
      Receipts receipts) {
    this.files = files;
    this.pool = pool;
    this.compressor = codec.compressor();
    this.writer = writers.apply(compressor);
    this.receipts = receipts;
  }

  @Override
  public void deliver(Block block) throws IOException, InterruptedException {
    OutputBytes bytes = pool.take();
    writer.begin(bytes);
    Tally tally = block.write(writer);
    writer.end();
    files.apply(block.table()).append(block, tally, bytes, pool, receipts);
  }

  @Override
  public void close() {
    compressor.close();
  }
}
