package org.openedx.devdata.sink.file;

import java.util.ArrayDeque;
import java.util.Deque;
import org.openedx.devdata.bytes.OutputBytes;

/** Buffers that are used again. Thread-safe. */
public final class Pool {

  private final int capacity;
  private final Deque<OutputBytes> free = new ArrayDeque<>();

  /**
   * @param capacity of a new buffer, in bytes
   */
  public Pool(int capacity) {
    this.capacity = capacity;
  }

  /** An empty buffer. */
  public synchronized OutputBytes take() {
    return free.isEmpty() ? new OutputBytes(capacity) : free.pop();
  }

  public synchronized void giveBack(OutputBytes bytes) {
    bytes.clear();
    free.push(bytes);
  }
}
