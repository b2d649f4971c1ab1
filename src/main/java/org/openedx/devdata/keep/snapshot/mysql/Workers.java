package org.openedx.devdata.keep.snapshot.mysql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.openedx.devdata.jdbc.SqlFailures;

/** Work on tables that several connections share; none is begun after one has failed. Stateless. */
final class Workers {

  /** One for each processor reads while another one packs or waits for the server. */
  static int count() {
    return Math.max(2, Math.min(8, Runtime.getRuntime().availableProcessors()));
  }

  private Workers() {}

  /** Work of one connection on one piece. */
  interface Work<T> {
    void on(Connection connection, T piece) throws SQLException, IOException;
  }

  /** Work of one connection, made once for each. */
  interface Worker<T> {
    Work<T> with(ExecutorService helper);
  }

  /**
   * Does all pieces.
   *
   * @param where the database, for messages
   */
  static <T> void run(
      String where, List<Connection> connections, Collection<T> pieces, Worker<T> worker)
      throws IOException {
    Queue<T> waiting = new ConcurrentLinkedQueue<>(pieces);
    ExecutorService threads = Executors.newCachedThreadPool(Workers::daemon);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (Connection connection : connections) {
        running.add(threads.submit(() -> work(connection, waiting, worker)));
      }
      await(where, running);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "devdata-table");
    thread.setDaemon(true);
    return thread;
  }

  private static <T> Void work(Connection connection, Queue<T> waiting, Worker<T> worker)
      throws SQLException, IOException {
    ExecutorService helper = Executors.newSingleThreadExecutor(Workers::daemon);
    try {
      Work<T> work = worker.with(helper);
      for (T piece = waiting.poll(); piece != null; piece = waiting.poll()) {
        work.on(connection, piece);
      }
      return null;
    } catch (SQLException | IOException | RuntimeException | Error e) {
      waiting.clear();
      throw e;
    } finally {
      helper.shutdownNow();
    }
  }

  /** All have ended before the first failure is thrown: none uses its connection any more. */
  private static void await(String where, List<Future<?>> running) throws IOException {
    Throwable first = null;
    for (Future<?> one : running) {
      try {
        one.get();
      } catch (ExecutionException e) {
        first = first == null ? e.getCause() : first;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
    if (first instanceof SQLException sql) {
      throw SqlFailures.explain(where, sql);
    }
    if (first instanceof IOException io) {
      throw io;
    }
    if (first instanceof UncheckedIOException io) {
      throw io.getCause();
    }
    if (first instanceof RuntimeException failure) {
      throw failure;
    }
    if (first instanceof Error error) {
      throw error;
    }
  }
}
