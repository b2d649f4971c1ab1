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
import org.openedx.devdata.world.dump.DumpTable;

/**
 * The files of a table. Blocks are appended in order of their numbers, whatever the order in which
 * they come; a few may wait for one that is late, and who brings more than that waits, too. So many
 * blocks make a file for each of their years, named by the first of them. Their receipts are given
 * when all these files are whole, the first block's last, so that a run that is carried on begins
 * with the first block of a file. Thread-safe.
 */
final class LakeFiles {

  /** Packed size after which a file of other rows than statements ends. */
  private static final long LARGE = 64 << 20;

  private final FileStore store;
  private final DumpTable table;
  private final LakeFormat format;
  private final String mark;
  private final int blocksOfAFile;
  private final int mostWaiting;
  private final Map<Integer, Finished> waiting = new TreeMap<>();
  private final Map<Integer, LakeFile> open = new TreeMap<>();
  private final List<Finished> written = new ArrayList<>();
  private int next;
  private int firstOfFile;
  private long length;
  private IOException broken;

  /** A block's rows by year, ready to be written. */
  private record Finished(
      Block block, Tally tally, Map<Integer, LakeChunk> chunks, Receipts receipts) {

    long length() {
      return chunks.values().stream().mapToLong(LakeChunk::length).sum();
    }
  }

  /**
   * @param mark names the slice in the names of files
   * @param blocksOfAFile blocks of statements after which files end
   * @param mostWaiting how many blocks may wait for one before them
   * @param next number of the next block
   */
  LakeFiles(
      FileStore store,
      DumpTable table,
      LakeFormat format,
      String mark,
      int blocksOfAFile,
      int mostWaiting,
      int next) {
    this.store = store;
    this.table = table;
    this.format = format;
    this.mark = mark;
    this.blocksOfAFile = blocksOfAFile;
    this.mostWaiting = mostWaiting;
    this.next = next;
    this.firstOfFile = next;
  }

  /** Takes a block's rows. */
  synchronized void append(
      Block block, Tally tally, Map<Integer, LakeChunk> chunks, Receipts receipts)
      throws IOException, InterruptedException {
    while (broken == null && block.number() > next + mostWaiting) {
      wait();
    }
    if (broken != null) {
      throw new IOException(broken.getMessage(), broken);
    }
    waiting.put(block.number(), new Finished(block, tally, chunks, receipts));
    try {
      for (Finished finished = waiting.remove(next);
          finished != null;
          finished = waiting.remove(next)) {
        write(finished);
      }
    } catch (IOException failure) {
      broken = failure;
      throw failure;
    } finally {
      notifyAll();
    }
  }

  private void write(Finished finished) throws IOException, InterruptedException {
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
    next++;
    if (table.holdsStatements() ? next % blocksOfAFile == 0 : length >= LARGE) {
      complete();
    }
  }

  private String name(int year) {
    return table.holdsStatements()
        ? "%s_%d_%05d%s%s".formatted(table.fileName(), year, firstOfFile, mark, format.ending())
        : "%s_%05d%s%s".formatted(table.tableName(), firstOfFile, mark, format.ending());
  }

  /** Makes the last files whole. */
  synchronized void complete() throws IOException, InterruptedException {
    for (LakeFile file : open.values()) {
      file.complete();
    }
    open.clear();
    for (int i = written.size() - 1; i >= 0; i--) {
      Finished last = written.get(i);
      last.receipts().delivered(new Receipt(last.block(), last.tally(), last.length(), 0));
    }
    written.clear();
    firstOfFile = next;
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
