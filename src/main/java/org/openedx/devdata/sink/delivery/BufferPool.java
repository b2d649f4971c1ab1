package org.openedx.devdata.sink.delivery;

import java.util.concurrent.ConcurrentLinkedQueue;

/** Buffers for blocks, used again: as many as were ever needed at a time. Thread-safe. */
final class BufferPool {

  private static final int CAPACITY = 1 << 20;

  private final ConcurrentLinkedQueue<RowBinaryBuffer> idle = new ConcurrentLinkedQueue<>();

  /** An empty buffer. */
  RowBinaryBuffer take() {
    RowBinaryBuffer buffer = idle.poll();
    return buffer == null ? new RowBinaryBuffer(CAPACITY) : buffer;
  }

  void giveBack(RowBinaryBuffer buffer) {
    buffer.clear();
    idle.add(buffer);
  }
}
