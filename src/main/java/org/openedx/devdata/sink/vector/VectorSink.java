package org.openedx.devdata.sink.vector;

import java.io.IOException;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.sink.Block;
import org.openedx.devdata.sink.Receipts;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.SinkWorker;
import org.openedx.devdata.sink.Tally;
import org.openedx.devdata.sink.codec.Codec;
import org.openedx.devdata.sink.codec.Compressor;
import org.openedx.devdata.sink.file.FileStore;
import org.openedx.devdata.sink.file.OrderedFile;
import org.openedx.devdata.sink.file.Pool;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * A tracking log. Lines are made by several threads and appended in order, so that the log is the
 * same whatever the threads. Takes statements only. Thread-safe.
 */
public final class VectorSink implements Sink {

  private static final int STATEMENTS = 2_048;
  private static final int BUFFER = 1 << 21;

  private final FileStore store;
  private final String name;
  private final Codec codec;
  private final int threads;
  private final Pool pool = new Pool(BUFFER);
  private OrderedFile file;

  /**
   * @param store where the log is
   * @param name of the log in it
   */
  public VectorSink(FileStore store, String name, Codec codec, int threads) {
    this.store = store;
    this.name = name;
    this.codec = codec;
    this.threads = threads;
  }

  @Override
  public String description() {
    return "tracking log in " + store.description();
  }

  @Override
  public int statementsOfABlock() {
    return STATEMENTS;
  }

  @Override
  public synchronized void open(DumpTable table, int first, long position) throws IOException {
    file = new OrderedFile(store, number -> name, Integer.MAX_VALUE, threads + 1, first, position);
  }

  private synchronized OrderedFile file() {
    return file;
  }

  @Override
  public SinkWorker worker(Receipts receipts) {
    return new Worker(receipts, codec.compressor());
  }

  @Override
  public void complete(DumpTable table) throws IOException, InterruptedException {
    file().complete();
  }

  @Override
  public synchronized void close() throws IOException {
    if (file != null) {
      file.close();
    }
    store.close();
  }

  private final class Worker implements SinkWorker {

    private final Receipts receipts;
    private final Compressor compressor;
    private final LineWriter writer;

    Worker(Receipts receipts, Compressor compressor) {
      this.receipts = receipts;
      this.compressor = compressor;
      this.writer = new LineWriter(compressor);
    }

    @Override
    public void deliver(Block block) throws IOException, InterruptedException {
      OutputBytes bytes = pool.take();
      writer.begin(bytes);
      Tally tally = block.write(writer);
      writer.end();
      file().append(block, tally, bytes, pool, receipts);
    }

    @Override
    public void close() {
      compressor.close();
    }
  }
}
