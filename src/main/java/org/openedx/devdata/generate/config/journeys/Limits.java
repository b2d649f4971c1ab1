package org.openedx.devdata.generate.config.journeys;

import java.util.List;
import java.util.Optional;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.world.template.Span;

/** Limits of values of {@code journeys} that their types do not say. Stateless. */
final class Limits {

  private Limits() {}

  /** Adds a problem unless a number is absent, or from 0 to a maximum. */
  static void number(SpecRecord record, String key, double maximum, Problems problems) {
    record
        .get(key, Double.class)
        .filter(value -> !(value >= 0 && value <= maximum))
        .ifPresent(
            value ->
                problems.add(
                    record.positionOf(key),
                    "%s is %s; write a number from 0 to %s".formatted(key, value, maximum)));
  }

  /**
   * A range; nothing, with a problem, when it is none.
   *
   * @param minimum of its first number
   * @param byDefault when the key is absent
   */
  static Optional<Span> range(
      SpecRecord record, String key, int minimum, Span byDefault, Problems problems) {
    if (!record.has(key)) {
      return Optional.ofNullable(byDefault);
    }
    List<?> numbers = record.get(key, List.class).orElse(List.of());
    if (numbers.size() == 2
        && numbers.get(0) instanceof Long low
        && numbers.get(1) instanceof Long high
        && low >= minimum
        && low <= high) {
      return Optional.of(new Span(low.intValue(), high.intValue()));
    }
    problems.add(
        record.positionOf(key),
        "%s is %s; write a range such as [%d, %d], the first number at least %d and not above the second"
            .formatted(key, numbers, Math.max(1, minimum), Math.max(1, minimum) + 2, minimum));
    return Optional.empty();
  }

  /** Weights; nothing, with a problem, when there are none above 0. */
  static Optional<List<Double>> weights(SpecRecord record, String key, Problems problems) {
    if (!record.has(key)) {
      return Optional.empty(); // Reported already.
    }
    List<?> numbers = record.get(key, List.class).orElse(List.of());
    List<Double> weights = numbers.stream().map(Double.class::cast).toList();
    if (weights.stream().allMatch(weight -> weight >= 0)
        && weights.stream().anyMatch(weight -> weight > 0)) {
      return Optional.of(weights);
    }
    problems.add(
        record.positionOf(key),
        "%s is %s; write weights of 0, 1, 2 ... of them, each 0 or more and one above 0"
            .formatted(key, numbers));
    return Optional.empty();
  }
}
