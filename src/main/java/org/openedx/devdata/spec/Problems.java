package org.openedx.devdata.spec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects the problems of one run, so that all are reported at once, and beside them warnings:
 * what is allowed and looks like a mistake. Of a run with more than ten thousand of one of the two
 * the rest is only counted. Not thread-safe.
 */
public final class Problems {

  private static final int MAXIMUM = 10_000;

  /** Maximum number of problems of records that are made from one place; others are counted. */
  private static final int OF_ONE_PLACE = 3;

  private final Set<Problem> found = new LinkedHashSet<>();
  private final Map<Position, Integer> ofPlace = new HashMap<>();
  private int further;
  private Problems warnings;

  /** Adds a problem; the same one a second time, as aliases repeat it, changes nothing. */
  public void add(Position position, String message) {
    Problem problem = new Problem(position, message);
    if (position.number() > 0
        && !found.contains(problem)
        && ofPlace.merge(position.ofNumber(0), 1, Integer::sum) > OF_ONE_PLACE) {
      return;
    }
    if (found.size() < MAXIMUM) {
      found.add(problem);
    } else if (!found.contains(problem)) {
      further++;
    }
  }

  /** Adds all problems of others, not their warnings. */
  public void addAll(Problems others) {
    others.found.forEach(it -> add(it.position(), it.message()));
    others.ofPlace.forEach(
        (place, count) -> ofPlace.merge(place, Math.max(0, count - OF_ONE_PLACE), Integer::sum));
    further += others.further;
  }

  /**
   * Adds what is allowed and looks like a mistake: it ends no run and changes no exit code.
   *
   * @param message the value, what will come of it, and a remedy
   */
  public void warn(Position position, String message) {
    if (warnings == null) {
      warnings = new Problems();
    }
    warnings.add(position, message);
  }

  /** The warnings, in the order of {@link #sorted}. */
  public List<Problem> warnings() {
    return warnings == null ? List.of() : warnings.sorted();
  }

  /** Number of problems found so far. */
  public int size() {
    return found.size() + further;
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** Returns whether more problems are only counted. */
  public boolean full() {
    return found.size() >= MAXIMUM;
  }

  /** The problems in order of file (as first met), line and column. */
  public List<Problem> sorted() {
    Map<String, Integer> files = new HashMap<>();
    found.forEach(problem -> files.putIfAbsent(problem.position().file(), files.size()));
    List<Problem> sorted = new ArrayList<>(found);
    ofPlace.forEach(
        (place, count) -> {
          if (count > OF_ONE_PLACE) {
            // Behind the others of its place, whose numbers are smaller.
            sorted.add(
                new Problem(
                    place.ofNumber(Integer.MAX_VALUE),
                    "%,d more of the records that are made here have such a problem"
                        .formatted(count - OF_ONE_PLACE)));
          }
        });
    sorted.sort(
        Comparator.comparingInt((Problem problem) -> files.get(problem.position().file()))
            .thenComparing(Problem::position));
    if (further > 0) {
      String message = further + " more problems are not shown; correct these first";
      sorted.add(new Problem(Position.ofFile("…"), message));
    }
    return List.copyOf(sorted);
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
