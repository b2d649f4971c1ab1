package org.openedx.devdata.service.content.history;

import java.util.Comparator;
import java.util.Optional;
import org.openedx.devdata.service.content.publishing.HistoryException;
import org.openedx.devdata.service.content.publishing.Moment;

/**
 * One step of a package's history, before it is applied.
 *
 * @param moment when
 * @param rank what comes first of steps at one time: see {@link Rank}
 * @param bulk name of the bulk change it belongs to
 * @param makes key of the entity whose version it makes; empty for other steps
 * @param action applies it; may throw a {@code HistoryException}
 */
public record Step(
    Moment moment, Rank rank, Optional<String> bulk, Optional<String> makes, Runnable action) {

  /** A step that makes nothing. */
  Step(Moment moment, Rank rank, Optional<String> bulk, Runnable action) {
    this(moment, rank, bulk, Optional.empty(), action);
  }

  /** By time, then by rank; steps that agree in both keep their order. */
  static final Comparator<Step> ORDER =
      Comparator.comparing((Step step) -> step.moment().at()).thenComparing(Step::rank);

  /**
   * Result of an earlier step.
   *
   * @param made null when it has not
   * @param created when it was to be made
   * @param moment when it is wanted
   * @throws HistoryException when that is before
   * @throws Consequence when the earlier step failed
   */
  static <T> T made(T made, Moment created, Moment moment) {
    if (moment.at().isBefore(created.at())) {
      throw new HistoryException(
          "a version of "
              + moment.at()
              + " comes before what it is a version of, which "
              + (created.fixed()
                  ? "is made at " + created.at() + "; check the times"
                  : "is made at the time of the run; give it, or its package, an earlier"
                      + " created"));
    }
    if (made == null) {
      throw new Consequence();
    }
    return made;
  }

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
