package org.openedx.devdata.service.content;

import java.util.Comparator;
import java.util.Optional;
import org.openedx.devdata.service.content.publishing.Moment;

/**
 * One step of a package's history, before it is told.
 *
 * @param moment when
 * @param rank what comes first of steps at one time: see {@link Rank}
 * @param bulk name of the bulk change it belongs to
 * @param action tells it; may throw a {@code HistoryException}
 */
record Step(Moment moment, Rank rank, Optional<String> bulk, Runnable action) {

  /** By time, then by rank; steps that agree in both keep their order. */
  static final Comparator<Step> ORDER =
      Comparator.comparing((Step step) -> step.moment().at()).thenComparing(Step::rank);

  /** The order of steps at one time. */
  enum Rank {
    RESTORE,
    COMPONENT,
    UNIT,
    SUBSECTION,
    SECTION,
    EDIT,
    DELETION,
    PUBLISH,
    RESET
  }
}
