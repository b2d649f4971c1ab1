package org.openedx.devdata.sink.clickhouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseException;

/**
 * Delivers batches to a ClickHouse server, several at a time. Thread-safe: any thread submits; a
 * submit waits while as many inserts are in flight as the policy allows, so memory is bounded by
 * the batches that are in flight.
 *
 * <p>A batch that was tried in vain is kept on disk; {@link #finish} tells how many. Only when even
 * that fails does a submit or the end throw.
 */
public final class InsertQueue implements AutoCloseable {

  private static final Outcome UNHEARD =
      new Outcome() {
        @Override
        public void delivered(long bytes) {
          // The totals tell.
        }

        @Override
        public void kept(Path file, String reason) {
          // The totals tell.
        }
      };

  private static final int CLOSE_SECONDS = 10;

  private final ClickHouse server;
  private final InsertPolicy policy;
  private final FailedBatches failed;
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
  private final AtomicInteger refusalsInARow = new AtomicInteger();
  private final AtomicReference<ClickHouseException> lastRefusal = new AtomicReference<>();
  private final AtomicReference<RuntimeException> broken = new AtomicReference<>();

  private volatile boolean closing;

  /** Is told what became of a batch, from a thread of the queue. */
  public interface Outcome {

    /**
     * It has arrived.
     *
     * @param bytes how many its rows took, unpacked
     */
    void delivered(long bytes);

    /** It was tried in vain and is kept on disk. */
    void kept(Path file, String reason);
  }

  /** Waits between two tries; tests do not wait. */
  interface Pauses {
    void pause(Duration pause) throws InterruptedException;
  }

  /**
   * @param warnings told of each failed try, a line each; called from several threads
   */
  public InsertQueue(
      ClickHouse server, InsertPolicy policy, FailedBatches failed, Consumer<String> warnings) {
    this(server, policy, failed, warnings, pause -> TimeUnit.MILLISECONDS.sleep(pause.toMillis()));
  }

  InsertQueue(
      ClickHouse server,
      InsertPolicy policy,
      FailedBatches failed,
      Consumer<String> warnings,
      Pauses pauses) {
    this.server = server;
    this.policy = policy;
    this.failed = failed;
    this.warnings = warnings;
    this.pauses = pauses;
    this.free = new Semaphore(policy.inFlight());
    this.threads =
        Executors.newFixedThreadPool(
            policy.inFlight(),
            task -> {
              Thread thread = new Thread(task, "clickhouse-insert");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Hands over a batch, whose fate the totals tell. See {@link #submit(InsertBatch, Outcome)}. */
  public void submit(InsertBatch batch) throws InterruptedException {
    submit(batch, UNHEARD);
  }

  /**
   * Hands over a batch; returns when an insert is free for it, before it is delivered.
   *
   * @throws InterruptedException when the thread is interrupted while it waits; the batch is not
   *     taken
   * @throws RuntimeException when an earlier batch could neither be delivered nor kept
   */
  public void submit(InsertBatch batch, Outcome outcome) throws InterruptedException {
    throwIfBroken();
    free.acquire();
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

  /** Waits until every batch is delivered or kept, and tells how it went so far. */
  public SinkTotals finish() throws InterruptedException {
    free.acquire(policy.inFlight());
    free.release(policy.inFlight());
    throwIfBroken();
    return totals();
  }

  /** How it goes; may be asked at any time. */
  public SinkTotals totals() {
    return new SinkTotals(
        batches.sum(),
        rows.sum(),
        bytes.sum(),
        retries.sum(),
        failedBatches.sum(),
        failedRows.sum());
  }

  /** The last refusal that no later try can mend, when there was one. */
  public Optional<ClickHouseException> lastRefusal() {
    return Optional.ofNullable(lastRefusal.get());
  }

  /**
   * Lets what is in flight end, for a few seconds, then breaks it off. What is broken off is
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

  private void deliver(InsertBatch batch, Outcome outcome) {
    if (refusalsInARow.get() >= policy.hopeless()) {
      keep(batch, outcome, lastRefusal.get());
      return;
    }
    for (int failures = 1; ; failures++) {
      CountingBody body = new CountingBody(batch.body());
      try {
        server.insert(batch.table(), batch.columns(), body, batch.token(), policy.serverSettings());
        refusalsInARow.set(0);
        batches.increment();
        rows.add(batch.rows());
        bytes.add(body.bytes());
        outcome.delivered(body.bytes());
        return;
      } catch (ClickHouseException e) {
        if (!e.isTransient()) {
          lastRefusal.set(e);
          refusalsInARow.incrementAndGet();
          keep(batch, outcome, e);
          return;
        }
        if (failures == policy.attempts() || !pauseAfter(batch, failures, e)) {
          keep(batch, outcome, e);
          return;
        }
        retries.increment();
      }
    }
  }

  /** False when the run is being broken off. */
  private boolean pauseAfter(InsertBatch batch, int failures, ClickHouseException e) {
    Duration pause = policy.pauseAfter(failures, batch.token());
    warnings.accept(
        "batch %s of %s: try %d of %d failed, next in %.1f s: %s"
            .formatted(
                batch.token(),
                batch.table(),
                failures,
                policy.attempts(),
                pause.toMillis() / 1000.0,
                e.getMessage()));
    try {
      pauses.pause(pause);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void keep(InsertBatch batch, Outcome outcome, ClickHouseException reason) {
    if (closing) {
      return;
    }
    try {
      Path file = failed.keep(batch, reason.getMessage());
      failedBatches.increment();
      failedRows.add(batch.rows());
      warnings.accept(
          "batch %s of %s was not delivered, %,d rows kept in %s: %s"
              .formatted(batch.token(), batch.table(), batch.rows(), file, reason.getMessage()));
      outcome.kept(file, reason.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "batch %s of %s could neither be delivered (%s) nor kept: %s; make room in %s"
              .formatted(batch.token(), batch.table(), reason.getMessage(), e.getMessage(), failed),
          e);
    }
  }

  private void throwIfBroken() {
    RuntimeException e = broken.get();
    if (e != null) {
      throw e;
    }
  }
}
