package org.openedx.devdata.sink.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.openedx.devdata.sink.delivery.DeliveryException.Verdict;

/**
 * Delivers batches to a server, several at a time. Thread-safe: any thread submits; a submit waits
 * while as many batches are in flight as the policy allows, so memory is bounded by these.
 *
 * <p>A batch that was tried in vain is kept on disk; {@link #finish} returns how many. A submit or
 * the end throws when even that fails, and when it is of no use to go on.
 */
public final class DeliveryQueue implements AutoCloseable {

  private static final int CLOSE_SECONDS = 10;

  private final Courier courier;
  private final DeliveryPolicy policy;
  private final Keeper keeper;
  private final Consumer<String> warnings;
  private final Pauses pauses;

  private final ExecutorService threads;
  private final Semaphore free;
  private final LongAdder batches = new LongAdder();
  private final LongAdder rows = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder retries = new LongAdder();
  private final LongAdder failedBatches = new LongAdder();
  private final LongAdder failedRows = new LongAdder();
  private final AtomicInteger keptInARow = new AtomicInteger();
  private final AtomicReference<RuntimeException> broken = new AtomicReference<>();

  private volatile boolean closing;

  /** Receives the outcome of a batch, from a thread of the queue. */
  public interface Outcome {

    /**
     * It has arrived.
     *
     * @param bytes how many went out for it
     */
    void delivered(long bytes);

    /** It was tried in vain and is kept. */
    void kept(Path file, String reason);
  }

  /** Waits between two tries; tests do not wait. */
  public interface Pauses {

    /** For people who wait. */
    Pauses REAL = pause -> TimeUnit.MILLISECONDS.sleep(pause.toMillis());

    void pause(Duration pause) throws InterruptedException;
  }

  /**
   * @param warnings receives each failed try, a line each; called from several threads
   */
  public DeliveryQueue(
      Courier courier,
      DeliveryPolicy policy,
      Keeper keeper,
      Consumer<String> warnings,
      Pauses pauses) {
    this.courier = courier;
    this.policy = policy;
    this.keeper = keeper;
    this.warnings = warnings;
    this.pauses = pauses;
    this.free = new Semaphore(policy.inFlight());
    this.threads =
        Executors.newFixedThreadPool(
            policy.inFlight(),
            task -> {
              Thread thread = new Thread(task, "delivery");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Hands over a batch; returns when a place is free for it, before it is delivered.
   *
   * @throws InterruptedException when the thread is interrupted while it waits; the batch is not
   *     taken
   * @throws RuntimeException when it is of no use to go on, or an earlier batch could neither be
   *     delivered nor kept
   */
  public void submit(Batch batch, Outcome outcome) throws InterruptedException {
    free.acquire();
    if (broken.get() != null) {
      free.release();
      throw broken.get();
    }
    threads.execute(
        () -> {
          try {
            deliver(batch, outcome);
          } catch (RuntimeException e) {
            broken.compareAndSet(null, e);
          } finally {
            free.release();
          }
        });
  }

  /** Waits until every batch is delivered or kept, and returns the totals so far. */
  public DeliveryTotals finish() throws InterruptedException {
    free.acquire(policy.inFlight());
    free.release(policy.inFlight());
    if (broken.get() != null) {
      throw broken.get();
    }
    return totals();
  }

  /** Totals so far; may be asked at any time. */
  public DeliveryTotals totals() {
    return new DeliveryTotals(
        batches.sum(),
        rows.sum(),
        bytes.sum(),
        retries.sum(),
        failedBatches.sum(),
        failedRows.sum());
  }

  /**
   * Lets what is in flight end, for a few seconds, then interrupts it. What is interrupted is
   * neither delivered nor kept: a run that ends early makes it again. Call {@link #finish} first.
   */
  @Override
  public void close() {
    closing = true;
    threads.shutdown();
    try {
      if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void deliver(Batch batch, Outcome outcome) {
    Courier.Delivery delivery = courier.delivery(batch);
    for (int failures = 1; broken.get() == null; failures++) {
      try {
        arrived(batch, delivery.attempt(), outcome);
        return;
      } catch (DeliveryException e) {
        if (e.verdict() == Verdict.HOPELESS) {
          throw e;
        }
        if (e.verdict() == Verdict.REFUSED || failures == policy.attempts()) {
          keep(batch, outcome, e);
          return;
        }
        warn(batch, failures, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      try {
        pauses.pause(policy.pauseAfter(failures, batch.token()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      retries.increment();
    }
  }

  private void arrived(Batch batch, long sent, Outcome outcome) {
    keptInARow.set(0);
    try {
      keeper.arrived(batch, sent);
    } catch (IOException e) {
      warnings.accept("batch %s has arrived, but is kept still: %s".formatted(batch.token(), e));
    }
    batches.increment();
    rows.add(batch.rows());
    bytes.add(sent);
    outcome.delivered(sent);
  }

  private void warn(Batch batch, int failures, DeliveryException e) {
    warnings.accept(
        "batch %s: try %d of %d failed, next in %.1f s: %s"
            .formatted(
                batch.token(),
                failures,
                policy.attempts(),
                policy.pauseAfter(failures, batch.token()).toMillis() / 1000.0,
                e.getMessage()));
  }

  private void keep(Batch batch, Outcome outcome, DeliveryException reason) {
    if (closing) {
      return;
    }
    try {
      Path file = keeper.keep(batch, reason.getMessage());
      failedBatches.increment();
      failedRows.add(batch.rows());
      outcome.kept(file, reason.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "batch %s could neither be delivered (%s) nor kept: %s; make room in %s"
              .formatted(batch.token(), reason.getMessage(), e.getMessage(), keeper),
          e);
    }
    if (keptInARow.incrementAndGet() >= policy.hopeless()) {
      throw new DeliveryException(
          Verdict.HOPELESS,
          "gave up after %d batches in a row: %s".formatted(policy.hopeless(), reason.getMessage()),
          reason);
    }
  }
}
