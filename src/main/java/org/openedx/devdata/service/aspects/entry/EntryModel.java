package org.openedx.devdata.service.aspects.entry;

import java.util.List;
import java.util.Optional;
import org.openedx.devdata.life.habit.Habits;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.WorldSpec;
import org.openedx.devdata.xapi.EventModel;
import org.openedx.devdata.xapi.StatementMix;
import org.openedx.devdata.xapi.keys.LifeKeys;
import org.openedx.devdata.xapi.keys.SizingReader;
import org.openedx.devdata.xapi.keys.WeightsReader;
import org.openedx.devdata.xapi.life.LifeModel;
import org.openedx.devdata.xapi.life.LifeSizing;
import org.openedx.devdata.xapi.model.MixModel;

/**
 * Reads what makes the statements of an entry: lives, unless it says how many there are of what,
 * which only a mix can promise. Immutable.
 *
 * @param settings of the spec
 */
record EntryModel(SpecRecord settings) {

  private static final String STATEMENTS = SizingReader.STATEMENTS;

  /** Statements of a mix that are compared and written together. */
  private static final int FRAME = 16_384;

  private static final long DEFAULT_STATEMENTS = 10_000;

  static final List<Field> FIELDS =
      List.of(
          LifeKeys.model("`life`; `mix` where `statements` or `statement_weights` is given"),
          LifeKeys.HABITS,
          Field.of(
                  STATEMENTS,
                  new FieldType.Whole(0, 1_000_000_000),
                  "How many a mix has, enrolments not counted; with `model: life` about how many a"
                      + " generated world makes, within 2 %, by as many learners as that takes.")
              .withDefault("10000 of a mix; of lives as many as follow"));

  private LifeKeys keys() {
    return new LifeKeys(settings);
  }

  private WeightsReader weights() {
    return new WeightsReader(settings);
  }

  private boolean isPromised() {
    return settings.has(STATEMENTS) || settings.has(WeightsReader.WEIGHTS);
  }

  /** Returns whether lives make the statements. */
  boolean lives() {
    return keys().model().map(LifeKeys.LIFE::equals).orElse(!isPromised());
  }

  /**
   * Adds what is wrong with what is said of it.
   *
   * @param generated whether the world is
   */
  void check(boolean generated, Problems problems) {
    if (lives()) {
      keys().habits(problems);
      keys().refuse(WeightsReader.WEIGHTS, problems);
      checkNumber(generated, problems);
    } else if (keys().model().isPresent()) {
      keys().checkUnused(problems);
    } else {
      checkImplied(problems);
    }
  }

  private void checkNumber(boolean generated, Problems problems) {
    if (!settings.has(STATEMENTS)) {
      return;
    }
    if (!generated) {
      problems.add(
          settings.positionOf(STATEMENTS),
          "statements asks for a number, but learners who are named and live make as many as follow; leave it out, or write model: mix");
    } else if (settings.whole(STATEMENTS).filter(number -> number == 0).isPresent()) {
      problems.add(
          settings.positionOf(STATEMENTS),
          "statements is 0, but learners who live make some; give a number, or write model: mix");
    }
  }

  /** A mix that is not asked for by name. */
  private void checkImplied(Problems problems) {
    String key = settings.has(STATEMENTS) ? STATEMENTS : WeightsReader.WEIGHTS;
    if (keys().changes().isPresent()) {
      problems.add(
          settings.positionOf(LifeKeys.LIFE),
          "life describes learners who live, but %s asks for a mix; leave one of them out"
              .formatted(key));
    } else {
      problems.warn(
          settings.positionOf(key),
          "%s makes this a mix, in which no grade follows from an answer; leave it out for learners who live, or write model: mix"
              .formatted(key));
    }
  }

  /** Weights of a mix; nothing for lives. */
  Optional<StatementMix> mix(Problems problems) {
    return lives() ? Optional.empty() : Optional.of(weights().mix(problems));
  }

  /** A generated world with as many learners as the wanted number of statements takes. */
  WorldSpec sized(WorldSpec world, Problems problems) {
    return lives()
        ? new SizingReader(settings, problems)
            .sizing(world, habits())
            .map(LifeSizing::world)
            .orElse(world)
        : world;
  }

  private Habits habits() {
    Problems problems = new Problems();
    Optional<Habits> habits = keys().habits(problems);
    problems.throwIfAny();
    return habits.orElseThrow();
  }

  /** The model of a world; the settings are checked. */
  EventModel of(World world, Problems problems) {
    if (lives()) {
      return new LifeModel(world, habits());
    }
    long statements = settings.whole(STATEMENTS).orElse(DEFAULT_STATEMENTS);
    boolean visited =
        world.runs().stream()
            .anyMatch(run -> run.roster().size() > 0 && run.startDay() < run.endDay());
    if (!visited && statements > 0 && settings.has(STATEMENTS)) {
      problems.add(
          settings.positionOf(STATEMENTS),
          "no learner is enrolled in a course for a whole day of the time from start_date to end_date, so there can be no statements; write 0, or move dates");
    }
    problems.throwIfAny();
    return new MixModel(world, weights().mix(problems), visited ? statements : 0, FRAME);
  }

  /** The program that statements say made them. */
  String transformer() {
    return weights().transformer();
  }
}
