package org.openedx.devdata.jdbc;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Work on a connection that goes on while its owner does something else: one piece after the other,
 * none after one has failed. For one owner; the work runs on a thread of its own.
 */
final class BackgroundWork implements AutoCloseable {

  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "devdata-writer");
            thread.setDaemon(true);
            worker = thread;
            return thread;
          });
  private volatile Thread worker;
  private CompletableFuture<Void> pending = CompletableFuture.completedFuture(null);

  void add(Runnable piece) {
    pending = pending.thenRunAsync(piece, executor);
  }

  /** Waits for all pieces, and throws what one has thrown; the work itself never waits. */
  void settle() {
    if (Thread.currentThread() == worker) {
      return;
    }
    CompletableFuture<Void> awaited = pending;
    pending = CompletableFuture.completedFuture(null);
    try {
      awaited.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** Waits for what runs; its failure no longer matters. */
  @Override
  public void close() {
    pending.exceptionally(failure -> null).join();
    executor.shutdown();
  }
}
