package org.openedx.devdata.life.habit;

import java.util.List;
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
    double pause) {

  /** Numbers that are 1 where a persona leaves them out. */
  private static final List<String> ONES =
      List.of("share", "stay", "units", "videos", "problems", "graded", "effort");

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
                .orElse(ONES.contains(field) ? 1.0 : 0.0);
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
        number.applyAsDouble("pause"));
  }
}
