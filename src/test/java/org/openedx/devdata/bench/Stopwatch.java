package org.openedx.devdata.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Wall-clock times of several rounds, by what was timed; prints medians and ratios, and the least
 * processor time that this process took, which tells more on a busy machine.
 */
public final class Stopwatch {

  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

  private final Map<String, Double> cpuSeconds = new LinkedHashMap<>();

  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Something that is timed. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  public void time(String what, Work work) throws Exception {
    System.gc();
    long cpu = PROCESS.getProcessCpuTime();
    long start = System.nanoTime();
    work.run();
    cpuSeconds.merge(what, (PROCESS.getProcessCpuTime() - cpu) / 1e9, Math::min);
    seconds.computeIfAbsent(what, any -> new ArrayList<>()).add((System.nanoTime() - start) / 1e9);
  }

  /** Drops what was timed so far: rounds in which the virtual machine still compiled. */
  public void forget() {
    seconds.clear();
    cpuSeconds.clear();
  }

  public double median(String what) {
    List<Double> sorted = new ArrayList<>(seconds.get(what));
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  /** One line for each thing timed: median seconds, all rounds. */
  public String table() {
    StringBuilder table = new StringBuilder();
    seconds.forEach(
        (what, rounds) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "%-40s %8.2f s  (own CPU %5.2f s)  %s%n",
                    what,
                    median(what),
                    cpuSeconds.get(what),
                    rounds.stream().map(s -> String.format(Locale.ROOT, "%.2f", s)).toList())));
    return table.toString();
  }

  /** Median of what each round gave by itself: a machine may be slower in one than in another. */
  public String ratio(String label, String what, String baseline, String bound) {
    List<Double> times = seconds.get(what);
    List<Double> others = seconds.get(baseline);
    double[] ratios =
        IntStream.range(0, times.size())
            .mapToDouble(round -> times.get(round) / others.get(round))
            .sorted()
            .toArray();
    return String.format(
        Locale.ROOT, "%-40s %8.2f    (target %s)%n", label, ratios[ratios.length / 2], bound);
  }
}
