package org.openedx.devdata.sink.file;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.sink.Block;
import org.openedx.devdata.sink.Receipt;
import org.openedx.devdata.sink.Receipts;
import org.openedx.devdata.sink.Tally;

/**
 * A table's file, or row of files, to which blocks are appended in order of their numbers, whatever
 * the order in which they come. A few may wait for one that is late; who brings more than that,
 * waits too. Thread-safe.
 */
public final class OrderedFile {

  private final FileStore store;
  private final IntFunction<String> names;
  private final int blocksOfAFile;
  private final int mostWaiting;
  private final Map<Integer, Finished> waiting = new TreeMap<>();
  private GrowingFile file;
  private int next;
  private long position;
  private IOException broken;

  /** A block's bytes, ready to be written. */
  private record Finished(Block block, Tally tally, OutputBytes bytes, Receipts receipts) {}

  /**
   * @param names the name of each file
   * @param blocksOfAFile blocks after which a new file begins
   * @param mostWaiting how many blocks may wait for one before them
   * @param next number of the next block
   * @param position length up to which the file that the block belongs to is good
   */
  public OrderedFile(
      FileStore store,
      IntFunction<String> names,
      int blocksOfAFile,
      int mostWaiting,
      int next,
      long position)
      throws IOException {
    this.store = store;
    this.names = names;
    this.blocksOfAFile = blocksOfAFile;
    this.mostWaiting = mostWaiting;
    this.next = next;
    this.position = next % blocksOfAFile == 0 ? 0 : position;
    openFile();
  }

  private void openFile() throws IOException {
    file = store.open(names.apply(next / blocksOfAFile), position);
  }

  /** Takes over the bytes of a block; they go back into the pool. */
  public synchronized void append(
      Block block, Tally tally, OutputBytes bytes, Pool pool, Receipts receipts)
      throws IOException, InterruptedException {
    while (broken == null && block.number() > next + mostWaiting) {
      wait();
    }
    check();
    waiting.put(block.number(), new Finished(block, tally, bytes, receipts));
    try {
      for (Finished finished = waiting.remove(next);
          finished != null;
          finished = waiting.remove(next)) {
        write(finished);
        pool.giveBack(finished.bytes());
      }
    } catch (IOException failure) {
      broken = failure;
      throw failure;
    } finally {
      notifyAll();
    }
  }

  private void write(Finished finished) throws IOException, InterruptedException {
    if (file == null) {
      openFile();
    }
    int length = finished.bytes().length();
    position += length;
    next++;
    Receipt receipt = new Receipt(finished.block(), finished.tally(), length, position);
    file.append(finished.bytes(), () -> finished.receipts().delivered(receipt));
    if (next % blocksOfAFile == 0) {
      file.complete();
      position = 0;
      file = null;
    }
  }

  private void check() throws IOException {
    if (broken != null) {
      throw new IOException(broken.getMessage(), broken);
    }
  }

  /** Makes the last file whole. */
  public synchronized void complete() throws IOException, InterruptedException {
    if (file != null) {
      file.complete();
      file = null;
    }
  }

  /** Lets go of a file that is not complete. */
  public synchronized void close() throws IOException {
    if (file != null) {
      file.close();
      file = null;
    }
  }
}
