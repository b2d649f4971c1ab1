package org.openedx.devdata.answers;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.openedx.devdata.answers.life.Life;
import org.openedx.devdata.life.stream.Lives;

/**
 * The known answers of a world of lives: every life is simulated once, some hundred at a time on
 * each thread, and counted run by run. Memory holds the figures of one run and of the world, never
 * lives. Immutable.
 */
public final class Answers {

  private static final int LIVES = 512;

  private final Lives lives;

  public Answers(Lives lives) {
    this.lives = lives;
  }

  /** Takes the rows of the charts as they come, those of a chart in order. */
  public interface Output {

    /**
     * Takes rows.
     *
     * @param chart number of the chart in {@link Charts#ALL}
     */
    void rows(int chart, CsvRows rows) throws IOException, InterruptedException;
  }

  /** Some lives of a run that are counted. */
  private record Part(LivesOfRun run, Tally tally, List<CsvRows> rows) {}

  /** Parts that are being counted, in order, as many ahead as keep the threads busy. */
  private final class Ahead {

    private final ExecutorService pool;
    private final int maximum;
    private final Deque<Future<Part>> waiting = new ArrayDeque<>();
    private int nextRun;
    private LivesOfRun run;
    private int place;

    Ahead(ExecutorService pool, int maximum) {
      this.pool = pool;
      this.maximum = maximum;
    }

    /** The next part; null after the last. */
    Part next() throws InterruptedException {
      while (waiting.size() < maximum && turn()) {
        LivesOfRun lives = run;
        int from = place;
        place = Math.min(lives.places(), from + LIVES);
        int to = place;
        waiting.add(pool.submit(() -> count(lives, from, to)));
      }
      return waiting.isEmpty() ? null : result(waiting.remove());
    }

    /** Turns to the next run when all of the last is on its way; false when there is none. */
    private boolean turn() {
      while (run == null || place >= run.places()) {
        if (nextRun == lives.world().runs().size()) {
          return false;
        }
        run = new LivesOfRun(lives, lives.world().runs().get(nextRun++));
        place = 0;
      }
      return true;
    }
  }

  /**
   * Counts all lives.
   *
   * @throws IOException when the output fails
   */
  public void write(int threads, Output output) throws IOException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads, Answers::thread);
    try {
      Ahead ahead = new Ahead(pool, 2 * threads);
      Tally all = new Tally(Charts.ALL);
      Tally ofRun = new Tally(Charts.ALL);
      for (Part part = ahead.next(); part != null; ) {
        ofRun.addRun(part.tally());
        all.addWorld(part.tally());
        hand(part.rows(), output);
        Part next = ahead.next();
        if (next == null || next.run() != part.run()) {
          List<CsvRows> rows = rows();
          ofRun.writeRun(part.run().facts(), rows);
          hand(rows, output);
          ofRun = new Tally(Charts.ALL);
        }
        part = next;
      }
      List<CsvRows> rows = rows();
      all.writeWorld(rows);
      hand(rows, output);
    } finally {
      pool.shutdownNow();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "answers");
    thread.setDaemon(true);
    return thread;
  }

  private static Part count(LivesOfRun run, int from, int to) {
    Part part = new Part(run, new Tally(Charts.ALL), rows());
    Life life = run.life();
    for (int place = from; place < to; place++) {
      life.turnTo(place);
      part.tally().count(life, part.rows());
    }
    return part;
  }

  private static Part result(Future<Part> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("lives could not be counted", e.getCause());
    }
  }

  private static List<CsvRows> rows() {
    return Stream.generate(CsvRows::new).limit(Charts.ALL.size()).toList();
  }

  private static void hand(List<CsvRows> rows, Output output)
      throws IOException, InterruptedException {
    for (int chart = 0; chart < rows.size(); chart++) {
      if (rows.get(chart).rows() > 0) {
        output.rows(chart, rows.get(chart));
      }
    }
  }
}
