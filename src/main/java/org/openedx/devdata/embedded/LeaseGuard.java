package org.openedx.devdata.embedded;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Closes a lease when the JVM is asked to end, as by Ctrl-C, where no {@code finally} runs.
 *
 * <p>The hook is there before the server is: asked to end in the middle of a start, or of a wait
 * for another process, the JVM interrupts that and ends what was started.
 */
public final class LeaseGuard {

  /** For a server that is just being started or waited for, which an interruption ends. */
  private static final long PATIENCE_SECONDS = 20;

  private LeaseGuard() {}

  public static Lease guard(Supplier<Lease> take) {
    CompletableFuture<Lease> taken = new CompletableFuture<>();
    Thread taker = Thread.currentThread();
    Thread hook = new Thread(() -> closeWhenTaken(taken, taker), "devdata-lease");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      Lease inner = take.get();
      taken.complete(inner);
      return new Lease(
          inner.endpoint(),
          () -> {
            inner.close();
            remove(hook);
          });
    } catch (RuntimeException | Error e) {
      taken.completeExceptionally(e);
      remove(hook);
      throw e;
    }
  }

  private static void closeWhenTaken(CompletableFuture<Lease> taken, Thread taker) {
    Lease lease;
    if (!taken.isDone()) {
      taker.interrupt();
    }
    try {
      lease = taken.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException neverTaken) {
      return;
    }
    lease.close();
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // The hook runs; there is nothing left for it to close.
    }
  }
}
