package org.openedx.devdata.generate.config;

import java.util.List;
import org.openedx.devdata.life.habit.AccidentRates;
import org.openedx.devdata.life.habit.LimitedKey;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Reads the accidents of course authors. Immutable.
 *
 * @param settings of a configuration
 */
record AccidentsReader(SpecRecord settings) {

  static final String ACCIDENTS = "accidents";
  private static final double MAXIMUM = 100;
  private static final String DELETED = "deleted_units";
  private static final String MOVED = "moved_units";

  private static final List<LimitedKey> KEYS =
      List.of(
          new LimitedKey("hard_problems", 0, MAXIMUM, "Problems that are far too hard."),
          new LimitedKey(
              "broken_problems",
              0,
              MAXIMUM,
              "Problems whose key is wrong, so that every answer is marked as wrong."),
          new LimitedKey(
              "corrected",
              0,
              1,
              "Share of the broken problems whose key is corrected later; all answers to them are"
                  + " then marked again."),
          new LimitedKey(
              DELETED,
              0,
              MAXIMUM,
              "Units that are deleted while the course runs: no session that begins later visits"
                  + " them."),
          new LimitedKey(
              MOVED,
              0,
              MAXIMUM,
              "Units that are moved to the next or the previous subsection while the course runs."),
          new LimitedKey("publishes", 0, MAXIMUM, "Times that it is published without a change."));

  static final Field FIELD =
      Field.of(
              ACCIDENTS,
              new FieldType.Nested(
                  new Kind(
                      ACCIDENTS,
                      List.of(),
                      "Accidents of course authors, on average in each course run.",
                      LimitedKey.fields(KEYS),
                      List.of())),
              "Accidents of course authors with `model: life`: how many each course run has on"
                  + " average, so 0.5 is one in every second run.")
          .withDefault("none");

  /** The accidents; none, with problems, when something of them is wrong. */
  AccidentRates rates(Problems problems) {
    int before = problems.size();
    settings
        .get(ACCIDENTS, SpecRecord.class)
        .ifPresent(one -> LimitedKey.check(KEYS, one, problems));
    return problems.size() > before
        ? AccidentRates.NONE
        : new AccidentRates(
            number("hard_problems"),
            number("broken_problems"),
            number("corrected"),
            number(DELETED),
            number(MOVED),
            number("publishes"),
            Long.MAX_VALUE);
  }

  private double number(String key) {
    return settings
        .get(ACCIDENTS, SpecRecord.class)
        .flatMap(one -> one.get(key, Double.class))
        .orElse(0.0);
  }

  /** Warns of accidents in a mix, whose learners learn nothing. */
  void checkUnused(Problems problems) {
    if (settings.has(ACCIDENTS)) {
      problems.warn(
          settings.positionOf(ACCIDENTS),
          "accidents is not used: the model is mix; write model: life");
    }
  }

  /** The accidents as text, for comparing; empty when there are none. */
  String text() {
    AccidentRates rates = rates(new Problems());
    return rates.isAny() ? " " + rates : "";
  }
}
