package org.openedx.devdata.service.content.history;

import java.time.Instant;
import java.util.Optional;
import org.openedx.devdata.service.content.publishing.Moment;
import org.openedx.devdata.service.content.publishing.Origin;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.TimeExpression;

/**
 * The times and people of a spec's steps. Immutable.
 *
 * @param now the run clock
 */
record SpecTimes(Instant now) {

  /** The run clock, when a record says nothing. */
  Moment now(String kind, SpecRecord record) {
    return new Moment(now, false, Optional.empty(), new Origin(kind, record.position()));
  }

  /**
   * Returns the time and the author of a record.
   *
   * @param at its field with the time
   * @param by its field with the user name
   * @param before what counts where it says nothing
   */
  Moment of(String kind, SpecRecord record, String at, String by, Moment before) {
    Optional<TimeExpression> time = record.time(at);
    return new Moment(
        time.map(one -> one.at(now)).orElse(before.at()),
        time.map(one -> !one.relative()).orElse(before.fixed()),
        record.text(by).or(before::by),
        new Origin(kind, record.position()));
  }
}
