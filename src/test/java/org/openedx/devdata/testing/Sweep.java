package org.openedx.devdata.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.openedx.devdata.testing.Distortions.Named;

/** Tries every distortion, several at a time, the last first: slow ones end their list. */
public final class Sweep {

  private static final int AT_ONCE = 8;

  private Sweep() {}

  /** One try. */
  public interface Try<T> {

    /**
     * @param number of the distortion, for names of its own
     */
    T with(Named distortion, int number) throws Exception;
  }

  /** What came of each, in their order. */
  public static <T> List<T> over(List<Named> distortions, Try<T> attempt) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Callable<T>> tasks = new ArrayList<>();
      for (Named distortion : distortions) {
        int number = tasks.size();
        tasks.add(() -> attempt.with(distortion, number));
      }
      Collections.reverse(tasks);
      List<T> outcomes = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(tasks)) {
        outcomes.add(future.get());
      }
      Collections.reverse(outcomes);
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }
}
