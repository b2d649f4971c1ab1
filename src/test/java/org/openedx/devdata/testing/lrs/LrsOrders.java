package org.openedx.devdata.testing.lrs;

import java.io.IOException;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;

/** Faults, limits and kinds of rules that a double is ordered to have. Thread-safe. */
final class LrsOrders {

  private final Deque<LrsFault> faults = new ConcurrentLinkedDeque<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private volatile CountDownLatch gathered = new CountDownLatch(0);
  private volatile boolean urlsOnly;
  private volatile boolean storesWhatItCan;
  private volatile int maximumBytes = Integer.MAX_VALUE;

  void fail(LrsFault... next) {
    faults.addAll(Arrays.asList(next));
  }

  /** The fault of the next request. */
  LrsFault next() {
    LrsFault ordered = faults.poll();
    return ordered == null ? LrsFault.NONE : ordered;
  }

  void mend() {
    faults.clear();
    release();
  }

  /** Ends requests that hang. */
  void release() {
    released.countDown();
  }

  void hang() throws IOException {
    await(released);
  }

  void gather(int requests) {
    gathered = new CountDownLatch(requests);
  }

  /** Returns when as many requests have come as were ordered to be gathered. */
  void gathered() throws IOException {
    gathered.countDown();
    await(gathered);
  }

  void takeUrlsOnly() {
    urlsOnly = true;
  }

  boolean takesUrlsOnly() {
    return urlsOnly;
  }

  void storeWhatItCan() {
    storesWhatItCan = true;
  }

  boolean storesWhatItCan() {
    return storesWhatItCan;
  }

  void takeAtMost(int bytes) {
    maximumBytes = bytes;
  }

  int maximumBytes() {
    return maximumBytes;
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
