package org.openedx.devdata.world;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.random.Permutation;

/**
 * Learners enrolled in a course: places 0 to n-1, each a different learner, in the order in which
 * they enrol. All runs of a generated course have the same roster. Immutable.
 */
public final class Roster {

  private final int size;
  private final Permutation order;
  private final List<Place> places;

  /**
   * One enrolment that a person has named.
   *
   * @param learner the learner's index
   * @param created when, microseconds since 1970
   * @param mode the mode of the enrolment
   * @param active whether it is active in the end
   * @param id its number in the LMS, when it is known
   */
  public record Place(int learner, long created, JsonText mode, boolean active, OptionalInt id) {}

  /**
   * Named enrolments.
   *
   * @param places each of a different learner, in order of time
   */
  public Roster(List<Place> places) {
    this.size = places.size();
    this.order = null;
    this.places = List.copyOf(places);
  }

  /**
   * Learners who are drawn.
   *
   * @param size how many
   * @param learners how many there are to draw from
   * @param key chooses them
   */
  public Roster(int size, int learners, long key) {
    if (size > learners) {
      throw new IllegalArgumentException(size + " places but only " + learners + " learners");
    }
    this.size = size;
    this.order = new Permutation(learners, key);
    this.places = null;
  }

  /** Number of learners who enrol. */
  public int size() {
    return size;
  }

  /** The learner at a place. */
  public int learner(int place) {
    return places == null ? (int) order.at(place) : places.get(place).learner();
  }

  /** The enrolments, when a person has named them. */
  public Optional<List<Place>> named() {
    return Optional.ofNullable(places);
  }
}
