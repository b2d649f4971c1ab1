package org.openedx.devdata.sink.file;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.openedx.devdata.bytes.FileFailure;

/**
 * Takes blocks in any order and writes them in that of their numbers. A few may wait for one that
 * is late; who submits more than that, waits too. After a failure nothing more is taken.
 * Thread-safe by its own monitor, which subclasses share.
 *
 * @param <T> a block, ready to be written
 */
public abstract class OrderedBlocks<T> {

  private final int maxWaiting;
  private final Map<Integer, T> waiting = new TreeMap<>();
  private int next;
  private IOException broken;

  /**
   * @param maxWaiting how many blocks may wait for one before them
   * @param next number of the next block
   */
  protected OrderedBlocks(int maxWaiting, int next) {
    this.maxWaiting = maxWaiting;
    this.next = next;
  }

  /** Writes the next block; {@link #next()} is its number. */
  protected abstract void write(T finished) throws IOException, InterruptedException;

  /** Number of the block that is written, or of the first one that has not been yet. */
  protected final int next() {
    return next;
  }

  /** Takes a block, and writes it and those that waited for it, or keeps it for later. */
  protected final synchronized void take(int number, T finished)
      throws IOException, InterruptedException {
    while (broken == null && number > next + maxWaiting) {
      wait();
    }
    if (broken != null) {
      throw FileFailure.again(broken);
    }
    waiting.put(number, finished);
    try {
      for (T first = waiting.remove(next); first != null; first = waiting.remove(next)) {
        write(first);
        next++;
      }
    } catch (IOException failure) {
      broken = failure;
      throw failure;
    } finally {
      notifyAll();
    }
  }
}
