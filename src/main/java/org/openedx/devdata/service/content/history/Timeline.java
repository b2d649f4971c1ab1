package org.openedx.devdata.service.content.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.service.content.publishing.HistoryException;
import org.openedx.devdata.service.content.publishing.Moment;
import org.openedx.devdata.spec.Problems;

/** The steps of one package, gathered in any order and applied in that of time. Not thread-safe. */
final class Timeline {

  private final PackageHistory history;
  private final Problems problems;
  private final List<Step> steps = new ArrayList<>();
  private final Set<String> faulty = new HashSet<>();
  private Moment latest;

  Timeline(PackageHistory history, Problems problems) {
    this.history = history;
    this.problems = problems;
    this.latest = history.created();
  }

  PackageHistory history() {
    return history;
  }

  void add(Step step) {
    if (steps.isEmpty() || step.moment().at().isAfter(latest.at())) {
      latest = step.moment();
    }
    steps.add(step);
  }

  /** Notes that what an entity is cannot be known: a problem of it is reported. */
  void markFaulty(String key) {
    faulty.add(key);
  }

  /** Keys of entities that a problem is reported of; grows as the history is followed. */
  Set<String> faulty() {
    return Collections.unmodifiableSet(faulty);
  }

  /** The latest time so far. */
  Moment latest() {
    return latest;
  }

  /** Applies all steps; what the history does not allow becomes a problem at its record. */
  void apply() {
    List<Step> sorted = new ArrayList<>(steps);
    sorted.sort(Step.ORDER);
    Map<String, List<Step>> bulks = new HashMap<>();
    for (Step step : sorted) {
      step.bulk()
          .ifPresent(name -> bulks.computeIfAbsent(name, any -> new ArrayList<>()).add(step));
    }
    for (Step step : sorted) {
      if (step.bulk().isEmpty()) {
        apply(step);
        continue;
      }
      String name = step.bulk().get();
      List<Step> together = bulks.remove(name);
      if (together != null) {
        history.publishing().inBulk(name, step.moment(), () -> together.forEach(this::apply));
      }
    }
  }

  private void apply(Step step) {
    try {
      step.action().run();
    } catch (HistoryException e) {
      step.makes().ifPresent(this::markFaulty);
      problems.add(step.moment().origin().position(), e.getMessage());
    } catch (Consequence e) {
      step.makes().ifPresent(this::markFaulty);
    }
  }
}
