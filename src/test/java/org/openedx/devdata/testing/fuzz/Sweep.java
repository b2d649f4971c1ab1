package org.openedx.devdata.testing.fuzz;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Many cases by number, of which all must go well. {@code make bench} takes 20 times as many. */
public final class Sweep {

  private static final int TIMES = Integer.getInteger("devdata.fuzz.times", 1);
  private static final long FIRST = Long.getLong("devdata.fuzz.first", 0);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** One case. */
  @FunctionalInterface
  public interface Case {
    /** What is wrong, with the input; empty if nothing is. */
    List<String> faults(long number) throws Exception;
  }

  private Sweep() {}

  /** Runs cases; fails with the first faults of all. */
  public static void of(int count, Case each) {
    List<String> faults = new ArrayList<>();
    for (long number = FIRST; number < FIRST + (long) count * TIMES; number++) {
      long current = number;
      for (String fault :
          assertTimeoutPreemptively(
              PATIENCE, () -> each.faults(current), () -> "case " + current + " hangs")) {
        faults.add("case " + number + ": " + fault);
      }
    }
    if (!faults.isEmpty()) {
      Map<String, List<String>> kinds =
          faults.stream()
              .collect(Collectors.groupingBy(Sweep::kind, TreeMap::new, Collectors.toList()));
      fail(
          kinds.values().stream()
              .map(kind -> kind.size() + " times, first " + kind.get(0))
              .collect(Collectors.joining("\n", kinds.size() + " kinds of faults\n", "")));
    }
  }

  private static String kind(String fault) {
    return fault.lines().findFirst().orElseThrow().replaceFirst("case \\d+: ", "");
  }
}
