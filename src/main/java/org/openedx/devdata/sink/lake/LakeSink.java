package org.openedx.devdata.sink.lake;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.sink.Block;
import org.openedx.devdata.sink.Receipt;
import org.openedx.devdata.sink.Receipts;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.SinkWorker;
import org.openedx.devdata.sink.Tally;
import org.openedx.devdata.sink.codec.Codec;
import org.openedx.devdata.sink.codec.Compressor;
import org.openedx.devdata.sink.file.FileStore;
import org.openedx.devdata.sink.file.GrowingFile;
import org.openedx.devdata.sink.file.OrderedFile;
import org.openedx.devdata.sink.file.Pool;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Native files in a folder or an object store. A block of statements is a file for each of its
 * years, such as {@code xapi_2025_00012.native.lz4}, written as a whole; the rows of another table
 * are one file. Thread-safe.
 */
public final class LakeSink implements Sink {

  private static final int BUFFER = 1 << 20;
  private static final int STATEMENTS = 100_000;

  private final FileStore store;
  private final String mark;
  private final long rowsPerFile;
  private final Codec codec;
  private final int threads;
  private final Pool pool = new Pool(BUFFER);
  private final Map<DumpTable, OrderedFile> open = new EnumMap<>(DumpTable.class);

  /**
   * @param mark names the slice in the names of files
   * @param rowsPerFile about how many statements a file has; 0 for 100,000
   */
  public LakeSink(FileStore store, String mark, long rowsPerFile, Codec codec, int threads) {
    this.store = store;
    this.mark = mark;
    this.rowsPerFile = rowsPerFile;
    this.codec = codec;
    this.threads = threads;
  }

  /** What all names of its files end in. */
  public static String ending(Codec codec) {
    return ".native" + codec.suffix();
  }

  @Override
  public String description() {
    return "native files in " + store.description() + " (" + codec.description() + ")";
  }

  @Override
  public int statementsOfABlock() {
    return rowsPerFile == 0 ? STATEMENTS : (int) Math.min(rowsPerFile, 10 * STATEMENTS);
  }

  @Override
  public synchronized void open(DumpTable table, int first, long position) throws IOException {
    if (!table.holdsStatements()) {
      String name = table.tableName() + mark + ending(codec);
      open.put(
          table,
          new OrderedFile(store, number -> name, Integer.MAX_VALUE, threads + 1, first, position));
    }
  }

  private synchronized OrderedFile file(DumpTable table) {
    return open.get(table);
  }

  @Override
  public SinkWorker worker(Receipts receipts) {
    return new Worker(receipts, codec.compressor());
  }

  @Override
  public void complete(DumpTable table) throws IOException, InterruptedException {
    if (!table.holdsStatements()) {
      file(table).complete();
    }
  }

  @Override
  public void keep(String name, byte[] content) throws IOException {
    store.put(name, content);
  }

  @Override
  public synchronized void close() throws IOException {
    for (OrderedFile file : open.values()) {
      file.close();
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
      this.writer = new LakeWriter(compressor, pool);
    }

    @Override
    public void deliver(Block block) throws IOException, InterruptedException {
      writer.begin(block.table());
      Tally tally = block.write(writer);
      Map<Integer, OutputBytes> written = writer.end();
      if (!block.table().holdsStatements()) {
        OutputBytes all = written.values().iterator().next();
        file(block.table()).append(block, tally, all, pool, receipts);
        return;
      }
      long bytes = 0;
      for (Map.Entry<Integer, OutputBytes> year : written.entrySet()) {
        String name =
            "%s_%d_%05d%s%s"
                .formatted(
                    block.table().fileName(), year.getKey(), block.number(), mark, ending(codec));
        bytes += year.getValue().length();
        try (GrowingFile file = store.open(name, 0)) {
          file.append(year.getValue(), () -> {});
          file.complete();
        }
        pool.giveBack(year.getValue());
      }
      receipts.delivered(new Receipt(block, tally, bytes, 0));
    }

    @Override
    public void close() {
      compressor.close();
    }
  }
}
