package org.openedx.devdata.world;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Facts of a course run that a person has specified. Moments are microseconds since 1970.
 *
 * @param start when it starts
 * @param end when it ends
 * @param enrollmentStart from when on one can enrol
 * @param enrollmentEnd until when
 * @param selfPaced whether learners go at their own pace
 * @param language code of its language; empty when unknown
 * @param tags values of its tags
 */
public record CourseFacts(
    OptionalLong start,
    OptionalLong end,
    OptionalLong enrollmentStart,
    OptionalLong enrollmentEnd,
    boolean selfPaced,
    Optional<String> language,
    List<String> tags) {

  public CourseFacts {
    tags = List.copyOf(tags);
  }
}
