package org.openedx.devdata.service.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.service.content.publishing.HistoryException;
import org.openedx.devdata.service.content.publishing.Moment;
import org.openedx.devdata.spec.Problems;

/** The steps of one package, gathered in any order and told in that of time. Not thread-safe. */
final class Timeline {

  private final PackageHistory history;
  private final Problems problems;
  private final List<Step> steps = new ArrayList<>();

  Timeline(PackageHistory history, Problems problems) {
    this.history = history;
    this.problems = problems;
  }

  PackageHistory history() {
    return history;
  }

  void add(Step step) {
    steps.add(step);
  }

  /** The latest time so far. */
  Moment latest() {
    return steps.stream()
        .map(Step::moment)
        .max(Comparator.comparing(Moment::at))
        .orElse(history.created());
  }

  /** Tells all steps; what the history does not allow becomes a problem at its record. */
  void tell() {
    List<Step> sorted = new ArrayList<>(steps);
    sorted.sort(Step.ORDER);
    Set<String> told = new HashSet<>();
    for (Step step : sorted) {
      if (step.bulk().isEmpty()) {
        tell(step);
      } else if (told.add(step.bulk().get())) {
        Optional<String> name = step.bulk();
        history
            .publishing()
            .inBulk(
                name.get(),
                step.moment(),
                () -> sorted.stream().filter(one -> one.bulk().equals(name)).forEach(this::tell));
      }
    }
  }

  private void tell(Step step) {
    try {
      step.action().run();
    } catch (HistoryException e) {
      problems.add(step.moment().origin().position(), e.getMessage());
    }
  }
}
