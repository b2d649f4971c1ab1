package org.openedx.devdata.sink.csv;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.openedx.devdata.sink.Receipts;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.SinkWorker;
import org.openedx.devdata.sink.codec.Codec;
import org.openedx.devdata.sink.file.OrderedFile;
import org.openedx.devdata.sink.file.PackedWorker;
import org.openedx.devdata.sink.file.Pool;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * CSV files in a folder or an object store. Blocks are coded by the threads that make them and
 * appended in order, so that the files are the same whatever the threads. Thread-safe.
 */
public final class CsvSink implements Sink {

  /** Small, so that slices of small runs are even; a piece of the codec is as large. */
  private static final int STATEMENTS = 2_048;

  /** Size in bytes that a block takes, also when it is not compressed. */
  private static final int BUFFER = 1 << 21;

  private final CsvFiles files;
  private final Codec codec;
  private final int threads;
  private final Pool pool = new Pool(BUFFER);
  private final Map<DumpTable, OrderedFile> open = new EnumMap<>(DumpTable.class);

  public CsvSink(CsvFiles files, Codec codec, int threads) {
    this.files = files;
    this.codec = codec;
    this.threads = threads;
  }

  @Override
  public String description() {
    return "csv in " + files.store().description() + " (" + codec.description() + ")";
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
            files.store(),
            number -> files.name(table, blocks == Integer.MAX_VALUE ? -1 : number, codec.suffix()),
            blocks,
            threads + 1,
            first,
            position));
  }

  private synchronized OrderedFile file(DumpTable table) {
    return open.get(table);
  }

  @Override
  public SinkWorker worker(Receipts receipts) {
    return new PackedWorker(this::file, pool, codec, CsvWriter::new, receipts);
  }

  @Override
  public void complete(DumpTable table) throws IOException, InterruptedException {
    file(table).complete();
  }

  @Override
  public void keep(String name, byte[] content) throws IOException {
    files.store().put(name, content);
  }

  @Override
  public synchronized void close() throws IOException {
    for (OrderedFile file : open.values()) {
      file.close();
    }
    files.store().close();
  }
}
