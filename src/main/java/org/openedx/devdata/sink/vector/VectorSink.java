package org.openedx.devdata.sink.vector;

import java.io.IOException;
import org.openedx.devdata.sink.Receipts;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.SinkWorker;
import org.openedx.devdata.sink.codec.Codec;
import org.openedx.devdata.sink.file.FileStore;
import org.openedx.devdata.sink.file.OrderedFile;
import org.openedx.devdata.sink.file.PackedWorker;
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
    return new PackedWorker(table -> file(), pool, codec, LineWriter::new, receipts);
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
}
