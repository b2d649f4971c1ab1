package org.openedx.devdata.sink.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openedx.devdata.sink.Block;
import org.openedx.devdata.sink.Receipt;
import org.openedx.devdata.sink.Receipts;
import org.openedx.devdata.sink.Tally;

/**
 * The files of a table. Blocks are appended in order of their numbers, whatever the order in which
 * they come. So many make a file for each of their keys (such as years), named by the first of
 * them. Their receipts are given when all these files are whole, the first block's last, so that a
 * run that is resumed begins with the first block of a file. Thread-safe.
 *
 * @param <C> the rows of a block that have one key, packed
 */
public abstract class KeyedFiles<C> extends OrderedBlocks<KeyedFiles.Finished<C>> {

  private final Map<Integer, PartFile<C>> open = new TreeMap<>();
  private final List<Finished<C>> written = new ArrayList<>();
  private int firstOfFile;
  private long length;

  /** A block's rows by key, ready to be written, with their size in bytes. */
  record Finished<C>(
      Block block, Tally tally, Map<Integer, C> parts, long length, Receipts receipts) {}

  /**
   * @param maxWaiting how many blocks may wait for one before them
   * @param next number of the next block
   */
  protected KeyedFiles(int maxWaiting, int next) {
    super(maxWaiting, next);
    this.firstOfFile = next;
  }

  /**
   * Opens a file.
   *
   * @param firstBlock number of the first block that goes into the files of this time
   */
  protected abstract PartFile<C> file(int key, int firstBlock) throws IOException;

  /** The size in bytes of the rows of one key. */
  protected abstract long length(C part);

  /**
   * Decides whether files end.
   *
   * @param blocks how many blocks of the table there have been, those of other files included
   * @param size of the files of this time, in bytes
   */
  protected abstract boolean endsAfter(int blocks, long size);

  /** Takes a block's rows. */
  public void append(Block block, Tally tally, Map<Integer, C> parts, Receipts receipts)
      throws IOException, InterruptedException {
    long size = parts.values().stream().mapToLong(this::length).sum();
    take(block.number(), new Finished<>(block, tally, parts, size, receipts));
  }

  @Override
  protected void write(Finished<C> finished) throws IOException, InterruptedException {
    for (Map.Entry<Integer, C> part : finished.parts().entrySet()) {
      PartFile<C> file = open.get(part.getKey());
      if (file == null) {
        file = file(part.getKey(), firstOfFile);
        open.put(part.getKey(), file);
      }
      file.append(part.getValue());
    }
    written.add(finished);
    length += finished.length();
    int end = next() + 1;
    if (endsAfter(end, length)) {
      complete(end);
    }
  }

  /** Makes the last files whole. */
  public synchronized void complete() throws IOException, InterruptedException {
    complete(next());
  }

  private void complete(int end) throws IOException, InterruptedException {
    for (PartFile<C> file : open.values()) {
      file.complete();
    }
    open.clear();
    for (int i = written.size() - 1; i >= 0; i--) {
      Finished<C> last = written.get(i);
      last.receipts().delivered(new Receipt(last.block(), last.tally(), last.length(), 0));
    }
    written.clear();
    firstOfFile = end;
    length = 0;
  }

  /** Lets go of files that are not complete. */
  public synchronized void close() throws IOException {
    for (PartFile<C> file : open.values()) {
      file.close();
    }
    open.clear();
  }
}
