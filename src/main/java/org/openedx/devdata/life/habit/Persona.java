package org.openedx.devdata.life.habit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Way of taking a course, such as that of people who only sample it.
 *
 * @param name of it
 * @param share weight among all who enter
 * @param stay scale of how long they stay, as a part of the course
 * @param finishes probability of staying to the end, whatever the scale
 * @param units probability of visiting a unit of the part that is covered
 * @param videos probability of playing a video of a visited unit
 * @param problems probability of trying an ungraded problem of a visited unit
 * @param graded probability of doing a graded subsection
 * @param effort factor of the time that is spent
 * @param lateness added to a person's own, in standard deviations
 * @param pause longest absence, as a part of the course
 * @param continues probability of going on from one subsection to the next; 0 where stay says how
 *     long they stay
 * @param pace days from one subsection to the next at one's own pace; 0 for spreading the course
 *     over the time that is left
 * @param tries maximum number of answers to a problem; 0 for as many as it takes
 * @param again probability of playing a video a second time
 * @param back probability of looking at the unit before again
 * @param atOnce probability of playing again at the moment of a pause
 * @param recent probability of a last visit shortly before the end of a run that is still running
 * @param recentHours how shortly, in hours
 */
public record Persona(
    String name,
    double share,
    double stay,
    double finishes,
    double units,
    double videos,
    double problems,
    double graded,
    double effort,
    double lateness,
    double pause,
    double continues,
    double pace,
    int tries,
    double again,
    double back,
    double atOnce,
    double recent,
    double recentHours) {

  /** Numbers that are 1 where a persona leaves them out. */
  private static final List<String> ONES =
      List.of("share", "stay", "units", "videos", "problems", "graded", "effort");

  /** Numbers that are neither 1 nor 0 where a persona leaves them out. */
  private static final Map<String, Double> OTHERS = Map.of("back", 0.06, "recent_hours", 12.0);

  /**
   * A persona as described.
   *
   * @param changes values that win; empty for none
   * @param base all other values; empty for those of a persona that stays and does everything
   */
  static Persona of(String name, Optional<SpecRecord> changes, Optional<SpecRecord> base) {
    ToDoubleFunction<String> number =
        field ->
            Stream.of(changes, base)
                .flatMap(Optional::stream)
                .filter(one -> one.has(field))
                .findFirst()
                .map(one -> HabitKeys.number(one, field))
                .orElse(ONES.contains(field) ? 1.0 : OTHERS.getOrDefault(field, 0.0));
    return new Persona(
        name,
        number.applyAsDouble("share"),
        number.applyAsDouble("stay"),
        number.applyAsDouble("finishes"),
        number.applyAsDouble("units"),
        number.applyAsDouble("videos"),
        number.applyAsDouble("problems"),
        number.applyAsDouble("graded"),
        number.applyAsDouble("effort"),
        number.applyAsDouble("lateness"),
        number.applyAsDouble("pause"),
        number.applyAsDouble("continues"),
        number.applyAsDouble("pace"),
        (int) number.applyAsDouble("tries"),
        number.applyAsDouble("again"),
        number.applyAsDouble("back"),
        number.applyAsDouble("at_once"),
        number.applyAsDouble("recent"),
        number.applyAsDouble("recent_hours"));
  }
}
