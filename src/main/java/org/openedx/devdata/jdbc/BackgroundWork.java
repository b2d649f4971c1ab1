package org.openedx.devdata.jdbc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Work on a connection that goes on while its owner does something else: one piece after the other,
 * none after one has failed. The owner may read between two pieces. For one owner; the work runs on
 * a thread of its own.
 */
final class BackgroundWork implements AutoCloseable {

  /** Pieces that wait hold their rows in memory: about as many as one chunk makes. */
  private static final int BACKLOG = 8;

  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "devdata-writer");
            thread.setDaemon(true);
            worker = thread;
            return thread;
          });
  private volatile Thread worker;

  /** Right to use the connection; fair, so that a reader's turn comes after the piece that runs. */
  private final ReentrantLock turn = new ReentrantLock(true);

  private final ReentrantLock state = new ReentrantLock();
  private final Condition changed = state.newCondition();
  private final Deque<Piece> pending = new ArrayDeque<>();
  private Throwable failure;

  private record Piece(Set<String> tables, Runnable work) {}

  /**
   * Adds a piece; waits while too many wait already.
   *
   * @param tables that the piece writes to
   */
  void add(Set<String> tables, Runnable work) {
    Piece piece = new Piece(tables, work);
    state.lock();
    try {
      while (pending.size() >= BACKLOG) {
        changed.awaitUninterruptibly();
      }
      throwFailure();
      pending.add(piece);
    } finally {
      state.unlock();
    }
    executor.execute(() -> run(piece));
  }

  private void run(Piece piece) {
    Throwable thrown = null;
    turn.lock();
    try {
      if (!hasFailed()) {
        piece.work().run();
      }
    } catch (RuntimeException | Error e) {
      thrown = e;
    } finally {
      turn.unlock();
    }
    state.lock();
    try {
      failure = thrown == null ? failure : thrown;
      pending.remove();
      changed.signalAll();
    } finally {
      state.unlock();
    }
  }

  private boolean hasFailed() {
    state.lock();
    try {
      return failure != null;
    } finally {
      state.unlock();
    }
  }

  /**
   * Runs something on the owner's thread between two pieces, once none is left that writes to the
   * table.
   *
   * @throws RuntimeException what a piece has thrown
   */
  void between(String table, Runnable reading) {
    if (Thread.currentThread() == worker) {
      reading.run();
      return;
    }
    flush(table);
    turn.lock();
    try {
      reading.run();
    } finally {
      turn.unlock();
    }
  }

  private void flush(String table) {
    state.lock();
    try {
      while (pending.stream().anyMatch(piece -> piece.tables().contains(table))) {
        changed.awaitUninterruptibly();
      }
      throwFailure();
    } finally {
      state.unlock();
    }
  }

  /** Waits for all pieces, and throws what one has thrown; the work itself never waits. */
  void flush() {
    if (Thread.currentThread() == worker) {
      return;
    }
    state.lock();
    try {
      while (!pending.isEmpty()) {
        changed.awaitUninterruptibly();
      }
      throwFailure();
    } finally {
      state.unlock();
    }
  }

  /** Pieces after the one that failed are dropped; the owner hears of it once. */
  private void throwFailure() {
    if (failure == null) {
      return;
    }
    while (!pending.isEmpty()) {
      changed.awaitUninterruptibly();
    }
    Throwable thrown = failure;
    failure = null;
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }

  /** Waits for what runs; its failure no longer matters. */
  @Override
  public void close() {
    state.lock();
    try {
      while (!pending.isEmpty()) {
        changed.awaitUninterruptibly();
      }
      failure = null;
    } finally {
      state.unlock();
    }
    executor.shutdown();
  }
}
