package org.openedx.devdata.sink.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.sink.Block;
import org.openedx.devdata.sink.Receipts;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.SinkWorker;
import org.openedx.devdata.sink.Tally;
import org.openedx.devdata.sink.codec.Codec;
import org.openedx.devdata.sink.codec.Compressor;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * CSV files in a folder of any file system. Blocks are coded by the threads that make them and
 * appended in order, so that the files are the same whatever the threads. Thread-safe.
 */
public final class CsvSink implements Sink {

  /** Small, so that slices of small runs are even; a piece of the codec is as large. */
  private static final int STATEMENTS = 2_048;

  private final CsvFiles files;
  private final Codec codec;
  private final int threads;
  private final Pool pool = new Pool();
  private final Map<DumpTable, OrderedFile> open = new EnumMap<>(DumpTable.class);

  public CsvSink(CsvFiles files, Codec codec, int threads) throws IOException {
    this.files = files;
    this.codec = codec;
    this.threads = threads;
    Files.createDirectories(files.folder());
  }

  @Override
  public String description() {
    return "csv in " + files.folder() + " (" + codec.description() + ")";
  }

  @Override
  public int statementsOfABlock() {
    return files.rowsPerFile() == 0 ? STATEMENTS : (int) Math.min(STATEMENTS, files.rowsPerFile());
  }

  @Override
  public synchronized void open(DumpTable table, int first, long position) throws IOException {
    int blocks =
        table.holdsStatements() && files.rowsPerFile() > 0
            ? (int) Math.max(1, files.rowsPerFile() / statementsOfABlock())
            : Integer.MAX_VALUE;
    open.put(
        table,
        new OrderedFile(
            number -> path(table, blocks == Integer.MAX_VALUE ? -1 : number),
            blocks,
            threads + 1,
            first,
            position));
  }

  private Path path(DumpTable table, int number) {
    return files.path(table, number, codec.suffix());
  }

  private synchronized OrderedFile file(DumpTable table) {
    return open.get(table);
  }

  @Override
  public SinkWorker worker(Receipts receipts) {
    return new Worker(receipts, codec.compressor());
  }

  @Override
  public void complete(DumpTable table) throws IOException {
    file(table).close();
  }

  @Override
  public synchronized void close() throws IOException {
    for (OrderedFile file : open.values()) {
      file.close();
    }
  }

  private final class Worker implements SinkWorker {

    private final Receipts receipts;
    private final Compressor compressor;
    private final CsvWriter writer;

    Worker(Receipts receipts, Compressor compressor) {
      this.receipts = receipts;
      this.compressor = compressor;
      this.writer = new CsvWriter(compressor);
    }

    @Override
    public void deliver(Block block) throws IOException, InterruptedException {
      OutputBytes bytes = pool.take();
      writer.begin(bytes);
      Tally tally = block.write(writer);
      writer.end();
      file(block.table()).append(block, tally, bytes, pool, receipts);
    }

    @Override
    public void close() {
      compressor.close();
    }
  }
}
