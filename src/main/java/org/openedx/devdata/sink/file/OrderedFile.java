package org.openedx.devdata.sink.file;

import java.io.IOException;
import java.util.function.IntFunction;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.sink.Block;
import org.openedx.devdata.sink.Receipt;
import org.openedx.devdata.sink.Receipts;
import org.openedx.devdata.sink.Tally;

/**
 * A table's file, or row of files, to which blocks are appended in order of their numbers, whatever
 * the order in which they come. Thread-safe.
 */
public final class OrderedFile extends OrderedBlocks<OrderedFile.Finished> {

  private final FileStore store;
  private final IntFunction<String> names;
  private final int blocksOfAFile;
  private GrowingFile file;
  private long position;

  /** A block's bytes, ready to be written. */
  record Finished(Block block, Tally tally, OutputBytes bytes, Pool pool, Receipts receipts) {}

  /**
   * @param names the name of each file
   * @param blocksOfAFile blocks after which a new file begins
   * @param maxWaiting how many blocks may wait for one before them
   * @param next number of the next block
   * @param position length up to which the file that the block belongs to is good
   */
  public OrderedFile(
      FileStore store,
      IntFunction<String> names,
      int blocksOfAFile,
      int maxWaiting,
      int next,
      long position)
      throws IOException {
    super(maxWaiting, next);
    this.store = store;
    this.names = names;
    this.blocksOfAFile = blocksOfAFile;
    this.position = next % blocksOfAFile == 0 ? 0 : position;
    openFile();
  }

  private void openFile() throws IOException {
    file = store.open(names.apply(next() / blocksOfAFile), position);
  }

  /** Takes over the bytes of a block; they go back into the pool. */
  public void append(Block block, Tally tally, OutputBytes bytes, Pool pool, Receipts receipts)
      throws IOException, InterruptedException {
    take(block.number(), new Finished(block, tally, bytes, pool, receipts));
  }

  @Override
  protected void write(Finished finished) throws IOException, InterruptedException {
    if (file == null) {
      openFile();
    }
    int length = finished.bytes().length();
    position += length;
    Receipt receipt = new Receipt(finished.block(), finished.tally(), length, position);
    file.append(finished.bytes(), () -> finished.receipts().delivered(receipt));
    if ((next() + 1) % blocksOfAFile == 0) {
      file.complete();
      position = 0;
      file = null;
    }
    finished.pool().giveBack(finished.bytes());
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
