package org.openedx.devdata.service.lms;

import java.time.LocalDateTime;
import java.util.List;

/**
 * The state of a user in a block as a record of a spec gives it.
 *
 * @param versions all versions, oldest first; the last one is the row
 * @param comparison how the database's state is compared with it
 * @param timed whether the spec fixes the times of all versions
 */
record LearnerState(List<Version> versions, StateComparison comparison, boolean timed) {

  LearnerState {
    versions = List.copyOf(versions);
  }

  /**
   * The state after one save.
   *
   * @param state JSON text, or null
   * @param grade points earned, or null
   * @param maxGrade points possible, or null
   * @param saved when, UTC
   */
  record Version(String state, Double grade, Double maxGrade, LocalDateTime saved) {}

  Version first() {
    return versions.get(0);
  }

  Version last() {
    return versions.get(versions.size() - 1);
  }
}
