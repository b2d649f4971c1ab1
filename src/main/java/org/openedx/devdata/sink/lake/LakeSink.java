package org.openedx.devdata.sink.lake;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.openedx.devdata.sink.Block;
import org.openedx.devdata.sink.Receipts;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.SinkWorker;
import org.openedx.devdata.sink.Tally;
import org.openedx.devdata.sink.codec.Compressor;
import org.openedx.devdata.sink.file.FileStore;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Files in a folder or an object store: of statements one for each year and so many rows, such as
 * {@code xapi_2025_00010.native.lz4}, of other rows as few as possible. Thread-safe.
 */
public final class LakeSink implements Sink {

  /**
   * Number of statements of a block: small, so that all threads have something to do, large enough
   * to be packed.
   */
  private static final int STATEMENTS = 10_000;

  private static final int STATEMENTS_OF_A_FILE = 100_000;

  private final FileStore store;
  private final String mark;
  private final long rowsPerFile;
  private final LakeFormat format;
  private final int threads;
  private final Map<DumpTable, LakeFiles> open = new EnumMap<>(DumpTable.class);

  /**
   * @param mark names the slice in the names of files
   * @param rowsPerFile about how many statements a file has; 0 for 100,000
   */
  public LakeSink(FileStore store, String mark, long rowsPerFile, LakeFormat format, int threads) {
    this.store = store;
    this.mark = mark;
    this.rowsPerFile = rowsPerFile == 0 ? STATEMENTS_OF_A_FILE : rowsPerFile;
    this.format = format;
    this.threads = threads;
  }

  @Override
  public String description() {
    return format.description() + " in " + store.description();
  }

  @Override
  public int statementsOfABlock() {
    return (int) Math.min(rowsPerFile, STATEMENTS);
  }

  @Override
  public synchronized void open(DumpTable table, int first, long position) {
    int blocks = (int) Math.min(Integer.MAX_VALUE, Math.max(1, rowsPerFile / statementsOfABlock()));
    open.put(table, new LakeFiles(store, table, format, mark, blocks, threads + 1, first));
  }

  private synchronized LakeFiles files(DumpTable table) {
    return open.get(table);
  }

  @Override
  public SinkWorker worker(Receipts receipts) {
    return new Worker(receipts, format.compressor());
  }

  @Override
  public void complete(DumpTable table) throws IOException, InterruptedException {
    files(table).complete();
  }

  @Override
  public void keep(String name, byte[] content) throws IOException {
    store.put(name, content);
  }

  @Override
  public synchronized void close() throws IOException {
    for (LakeFiles files : open.values()) {
      files.close();
    }
    store.close();
  }

  private final class Worker implements SinkWorker {

    private final Receipts receipts;
    private final Compressor compressor;
    private final LakeWriter writer;

    Worker(Receipts receipts, Compressor compressor) {
      this.receipts = receipts;
      this.compressor = compressor;
      this.writer = new LakeWriter(format, compressor);
    }

    @Override
    public void deliver(Block block) throws IOException, InterruptedException {
      writer.begin(block.table());
      Tally tally = block.write(writer);
      files(block.table()).append(block, tally, writer.end(), receipts);
    }

    @Override
    public void close() {
      compressor.close();
    }
  }
}
