package org.openedx.devdata.sink.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
final class OrderedFile {

  private final IntFunction<Path> files;
  private final int blocksOfAFile;
  private final int mostWaiting;
  private final Map<Integer, Finished> waiting = new TreeMap<>();
  private FileChannel channel;
  private int next;
  private long position;
  private IOException broken;

  /** A block's bytes, ready to be written. */
  private record Finished(Block block, Tally tally, OutputBytes bytes, Receipts receipts) {}

  /**
   * @param files the file of each number
   * @param blocksOfAFile blocks after which a new file begins
   * @param next number of the next block
   * @param position length up to which the file that the block belongs to is good
   */
  OrderedFile(IntFunction<Path> files, int blocksOfAFile, int mostWaiting, int next, long position)
      throws IOException {
    this.files = files;
    this.blocksOfAFile = blocksOfAFile;
    this.mostWaiting = mostWaiting;
    this.next = next;
    this.position = next % blocksOfAFile == 0 ? 0 : position;
    openFile();
  }

  private void openFile() throws IOException {
    channel =
        FileChannel.open(
            files.apply(next / blocksOfAFile), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.truncate(position);
    channel.position(position);
  }

  /** Takes over the bytes of a block; gives bytes to fill again. */
  synchronized void append(
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

  private void write(Finished finished) throws IOException {
    if (channel == null) {
      openFile();
    }
    ByteBuffer buffer = ByteBuffer.wrap(finished.bytes().array(), 0, finished.bytes().length());
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    position += finished.bytes().length();
    next++;
    finished
        .receipts()
        .delivered(
            new Receipt(finished.block(), finished.tally(), finished.bytes().length(), position));
    if (next % blocksOfAFile == 0) {
      channel.close();
      position = 0;
      channel = null;
    }
  }

  private void check() throws IOException {
    if (broken != null) {
      throw new IOException(broken.getMessage(), broken);
    }
  }

  synchronized void close() throws IOException {
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }
}
