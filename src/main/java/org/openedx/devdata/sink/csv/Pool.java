package org.openedx.devdata.sink.csv;

import java.util.ArrayDeque;
import java.util.Deque;
import org.openedx.devdata.bytes.OutputBytes;

/** Buffers that are used again. Thread-safe. */
final class Pool {

  private static final int CAPACITY = 1 << 21;

  private final Deque<OutputBytes> free = new ArrayDeque<>();

  synchronized OutputBytes take() {
    return free.isEmpty() ? new OutputBytes(CAPACITY) : free.pop();
  }

  synchronized void giveBack(OutputBytes bytes) {
    bytes.clear();
    free.push(bytes);
  }
}
