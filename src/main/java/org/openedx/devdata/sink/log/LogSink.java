package org.openedx.devdata.sink.log;

import java.io.IOException;
import java.util.Map;
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
 * A tracking log: one file, files of so many lines, or files of days. Lines are made and packed by
 * several threads and appended in order, so that the files are the same whatever the threads. Takes
 * lines only. Thread-safe.
 */
public final class LogSink implements Sink {

  private static final int LINES_OF_A_BLOCK = 8_192;
  private static final long LINES_OF_DAYS = 100_000;
  private static final int BUFFER = 1 << 16;

  private final FileStore store;
  private final LogNames names;
  private final boolean byDay;
  private final long linesPerFile;
  private final Codec codec;
  private final int threads;
  private final Pool pool = new Pool(BUFFER);
  private OrderedFile file;
  private DayFiles days;

  /**
   * @param byDay whether days have files of their own
   * @param linesPerFile about how many lines a file has, by day those of all its days together; 0
   *     for all in one, by day for 100,000
   */
  public LogSink(
      FileStore store, LogNames names, boolean byDay, long linesPerFile, Codec codec, int threads) {
    this.store = store;
    this.names = names;
    this.byDay = byDay;
    this.linesPerFile = byDay && linesPerFile == 0 ? LINES_OF_DAYS : linesPerFile;
    this.codec = codec;
    this.threads = threads;
  }

  @Override
  public String description() {
    return "tracking log in " + store.description() + " (" + codec.description() + ")";
  }

  @Override
  public int statementsOfABlock() {
    return linesPerFile == 0 ? LINES_OF_A_BLOCK : (int) Math.min(LINES_OF_A_BLOCK, linesPerFile);
  }

  @Override
  public synchronized void open(DumpTable table, int first, long position) throws IOException {
    int blocks =
        linesPerFile == 0
            ? Integer.MAX_VALUE
            : (int) Math.min(Integer.MAX_VALUE, Math.max(1, linesPerFile / statementsOfABlock()));
    if (byDay) {
      days = new DayFiles(store, names, codec.suffix(), blocks, threads + 1, first);
    } else {
      file =
          new OrderedFile(
              store,
              number -> names.ofNumber(blocks == Integer.MAX_VALUE ? -1 : number, codec.suffix()),
              blocks,
              threads + 1,
              first,
              position);
    }
  }

  @Override
  public SinkWorker worker(Receipts receipts) {
    return new Worker(codec.compressor(), receipts);
  }

  @Override
  public void complete(DumpTable table) throws IOException, InterruptedException {
    if (byDay) {
      days.complete();
    } else {
      file.complete();
    }
  }

  @Override
  public void keep(String name, byte[] content) throws IOException {
    store.put(name, content);
  }

  @Override
  public synchronized void close() throws IOException {
    if (file != null) {
      file.close();
    }
    if (days != null) {
      days.close();
    }
    store.close();
  }

  private final class Worker implements SinkWorker {

    private final Compressor compressor;
    private final LogWriter writer;
    private final Receipts receipts;

    Worker(Compressor compressor, Receipts receipts) {
      this.compressor = compressor;
      this.writer = new LogWriter(byDay, compressor);
      this.receipts = receipts;
    }

    @Override
    public void deliver(Block block) throws IOException, InterruptedException {
      writer.begin();
      Tally tally = block.write(writer);
      Map<Integer, OutputBytes> lines = writer.end();
      if (byDay) {
        days.append(block, tally, lines, receipts);
      } else {
        file.append(block, tally, lines.get(0), pool, receipts);
      }
    }

    @Override
    public void close() {
      compressor.close();
    }
  }
}
