package org.openedx.devdata.sink.lake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openedx.devdata.sink.Block;
import org.openedx.devdata.sink.Receipt;
import org.openedx.devdata.sink.Receipts;
import org.openedx.devdata.sink.Tally;
import org.openedx.devdata.sink.file.FileStore;
import org.openedx.devdata.sink.file.OrderedBlocks;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * The files of a table. Blocks are appended in order of their numbers, whatever the order in which
 * they come. So many make a file for each of their years, named by the first of them. Their
 * receipts are given when all these files are whole, the first block's last, so that a run that is
 * resumed begins with the first block of a file. Thread-safe.
 */
final class LakeFiles extends OrderedBlocks<LakeFiles.Finished> {

  /** Packed size after which a file of other rows than statements ends. */
  private static final long LARGE = 64 << 20;

  private final FileStore store;
  private final DumpTable table;
  private final LakeFormat format;
  private final String mark;
  private final int blocksOfAFile;
  private final Map<Integer, LakeFile> open = new TreeMap<>();
  private final List<Finished> written = new ArrayList<>();
  private int firstOfFile;
  private long length;

  /** A block's rows by year, ready to be written. */
  record Finished(Block block, Tally tally, Map<Integer, LakeChunk> chunks, Receipts receipts) {

    long length() {
      return chunks.values().stream().mapToLong(LakeChunk::length).sum();
    }
  }

  /**
   * @param mark names the slice in the names of files
   * @param blocksOfAFile blocks of statements after which files end
   * @param maxWaiting how many blocks may wait for one before them
   * @param next number of the next block
   */
  LakeFiles(
      FileStore store,
      DumpTable table,
      LakeFormat format,
      String mark,
      int blocksOfAFile,
      int maxWaiting,
      int next) {
    super(maxWaiting, next);
    this.store = store;
    this.table = table;
    this.format = format;
    this.mark = mark;
    this.blocksOfAFile = blocksOfAFile;
    this.firstOfFile = next;
  }

  /** Takes a block's rows. */
  void append(Block block, Tally tally, Map<Integer, LakeChunk> chunks, Receipts receipts)
      throws IOException, InterruptedException {
    take(block.number(), new Finished(block, tally, chunks, receipts));
  }

  @Override
  protected void write(Finished finished) throws IOException, InterruptedException {
    for (Map.Entry<Integer, LakeChunk> year : finished.chunks().entrySet()) {
      LakeFile file = open.get(year.getKey());
      if (file == null) {
        file = format.file(table, store.open(name(year.getKey()), 0));
        open.put(year.getKey(), file);
      }
      file.append(year.getValue());
    }
    written.add(finished);
    length += finished.length();
    int end = next() + 1;
    if (table.holdsStatements() ? end % blocksOfAFile == 0 : length >= LARGE) {
      complete(end);
    }
  }

  private String name(int year) {
    return table.holdsStatements()
        ? "%s_%d_%05d%s%s".formatted(table.fileName(), year, firstOfFile, mark, format.ending())
        : "%s_%05d%s%s".formatted(table.tableName(), firstOfFile, mark, format.ending());
  }

  /** Makes the last files whole. */
  synchronized void complete() throws IOException, InterruptedException {
    complete(next());
  }

  private void complete(int end) throws IOException, InterruptedException {
    for (LakeFile file : open.values()) {
      file.complete();
    }
    open.clear();
    for (int i = written.size() - 1; i >= 0; i--) {
      Finished last = written.get(i);
      last.receipts().delivered(new Receipt(last.block(), last.tally(), last.length(), 0));
    }
    written.clear();
    firstOfFile = end;
    length = 0;
  }

  /** Lets go of files that are not complete. */
  synchronized void close() throws IOException {
    for (LakeFile file : open.values()) {
      file.close();
    }
    open.clear();
  }
}
