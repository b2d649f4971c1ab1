package org.openedx.devdata.spec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the problems of one run, so that all are reported at once. Not thread-safe. */
public final class Problems {

  private final List<Problem> found = new ArrayList<>();

  public void add(Position position, String message) {
    found.add(new Problem(position, message));
  }

  /** Number of problems found so far. */
  public int size() {
    return found.size();
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** The problems in order of file (as first met), line and column. */
  public List<Problem> sorted() {
    List<String> files =
        found.stream().map(problem -> problem.position().file()).distinct().toList();
    return found.stream()
        .distinct()
        .sorted(
            Comparator.comparingInt((Problem problem) -> files.indexOf(problem.position().file()))
                .thenComparing(Problem::position))
        .toList();
  }

  /**
   * Ends the phase: does nothing when no problem was found.
   *
   * @throws SpecException with all problems found so far
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new SpecException(sorted());
    }
  }
}
