package org.openedx.devdata.service.lms.state;

import java.time.LocalDateTime;
import java.util.List;

/**
 * The versions that a record of a spec gives of a state besides the last one, which is the row.
 *
 * @param earlier oldest first
 * @param comparison how the database's states are compared with them
 * @param timed whether the spec fixes the times of all versions
 */
public record LearnerState(List<Version> earlier, StateComparison comparison, boolean timed) {

  public LearnerState {
    earlier = List.copyOf(earlier);
  }

  /**
   * The state after one save.
   *
   * @param state JSON text, or null
   * @param grade points earned, or null
   * @param maxGrade points possible, or null
   * @param saved when, UTC
   */
  public record Version(String state, Double grade, Double maxGrade, LocalDateTime saved) {}
}
