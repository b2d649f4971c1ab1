package org.openedx.devdata.generate.config;

import java.util.List;
import java.util.Optional;
import org.openedx.devdata.life.habit.AccidentRates;
import org.openedx.devdata.life.habit.Habits;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.xapi.keys.LifeKeys;
import org.openedx.devdata.xapi.keys.SizingReader;
import org.openedx.devdata.xapi.keys.WeightsReader;

/**
 * Reads which model makes the statements of a configuration, and what goes with lives. Immutable.
 *
 * @param settings of a configuration
 */
record LifeReader(SpecRecord settings) {

  static final String ANSWERS = "answers";
  private static final long MAXIMUM_STATEMENTS = 100_000_000_000L;

  static final List<Field> FIELDS =
      List.of(
          LifeKeys.HABITS,
          AccidentsReader.FIELD,
          Field.of(
                  ANSWERS,
                  new FieldType.Bool(),
                  "Whether the figures that charts must show are written beside the run, with"
                      + " `model: life`.")
              .withDefault("true"),
          Field.of(
                  SizingReader.STATEMENTS,
                  new FieldType.Whole(1, MAXIMUM_STATEMENTS, true),
                  "About how many statements the lives of `model: life` make, within 2 %:"
                      + " `num_actors` and the `actors` of sizes are then ratios, and as many"
                      + " learners are made as that takes.")
              .withDefault("as many as follow from the learners"));

  private LifeKeys keys() {
    return new LifeKeys(settings);
  }

  /** Returns whether lives make the statements. */
  boolean isChosen() {
    return keys().model().filter(LifeKeys.LIFE::equals).isPresent();
  }

  /** The habits; nothing, with problems, when something of them is wrong. */
  Optional<Habits> habits(Problems problems) {
    AccidentRates accidents = new AccidentsReader(settings).rates(problems);
    return keys().habits(problems).map(habits -> habits.with(accidents));
  }

  /** The habits as text, for comparing. */
  String text() {
    return keys().text() + new AccidentsReader(settings).text();
  }

  /** Reports keys that say how many statements there are, which follows from the lives. */
  void check(Problems problems) {
    keys().refuse(StatementsReader.BATCHES, problems);
    keys().refuse(WeightsReader.WEIGHTS, problems);
  }

  /** Warns of habits that nothing reads, and reports answers of a mix, which has none. */
  void checkUnused(Problems problems) {
    if (settings.bool(ANSWERS).orElse(false)) {
      problems.add(
          settings.positionOf(ANSWERS),
          "answers: true needs model: life; a mix has no known answers, so leave it out");
    }
    if (settings.has(SizingReader.STATEMENTS)) {
      problems.add(
          settings.positionOf(SizingReader.STATEMENTS),
          "statements is a key of model: life; with model: mix give num_xapi_batches and batch_size");
    }
    new AccidentsReader(settings).checkUnused(problems);
    keys().checkUnused(problems);
  }
}
