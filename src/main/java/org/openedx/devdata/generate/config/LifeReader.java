package org.openedx.devdata.generate.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.life.habit.HabitKeys;
import org.openedx.devdata.life.habit.HabitReader;
import org.openedx.devdata.life.habit.Habits;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Reads which model makes the statements, and the habits of one that simulates lives. Immutable.
 *
 * @param settings of a configuration
 */
record LifeReader(SpecRecord settings) {

  static final String MODEL = "model";
  static final List<String> MODELS = List.of("mix", "life");

  static final String LIFE = "life";
  static final String ANSWERS = "answers";
  static final String STATEMENTS = "statements";
  private static final String SET = "set";
  private static final long MAXIMUM_STATEMENTS = 100_000_000_000L;

  static final List<Field> FIELDS =
      List.of(
          Field.of(
                  LIFE,
                  new FieldType.Nested(
                      new Kind(LIFE, List.of(), "Habits of learners.", fields(), List.of())),
                  "Habits of the learners of `model: life`: a ready set, and what differs from"
                      + " it.")
              .withDefault("`{set: open}`"),
          Field.of(
                  ANSWERS,
                  new FieldType.Bool(),
                  "Whether the figures that charts must show are written beside the run, with"
                      + " `model: life`.")
              .withDefault("true"),
          Field.of(
                  STATEMENTS,
                  new FieldType.Whole(1, MAXIMUM_STATEMENTS, true),
                  "About how many statements the lives of `model: life` make, within 2 %:"
                      + " `num_actors` and the `actors` of sizes are then ratios, and as many"
                      + " learners are made as that takes.")
              .withDefault("as many as follow from the learners"));

  private static List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.of(
                SET,
                new FieldType.Choice(HabitReader.SETS),
                "An open course online, one for credit on a campus, or training in a company.")
            .withDefault("`open`"));
    fields.addAll(HabitKeys.fields());
    return fields;
  }

  /** Returns whether lives make the statements. */
  boolean isChosen() {
    return settings.text(MODEL).filter(LIFE::equals).isPresent();
  }

  private Optional<SpecRecord> changes() {
    return settings.get(LIFE, SpecRecord.class);
  }

  private String set() {
    return changes().flatMap(one -> one.text(SET)).orElse(HabitReader.SETS.get(0));
  }

  /** The habits; nothing, with problems, when something of them is wrong. */
  Optional<Habits> habits(Problems problems) {
    int before = problems.size();
    HabitReader reader = HabitReader.of(set(), changes());
    reader.check(problems);
    return problems.size() == before ? Optional.of(reader.habits()) : Optional.empty();
  }

  /** Reports keys that say how many statements there are, which follows from the lives. */
  void check(Problems problems) {
    for (String key : List.of(StatementsReader.BATCHES, "statement_weights")) {
      if (settings.has(key)) {
        problems.add(
            settings.positionOf(key),
            "%s is a key of model: mix; with model: life the statements follow from who learns what, so leave it out"
                .formatted(key));
      }
    }
  }

  /** Warns of habits that nothing reads, and reports answers of a mix, which has none. */
  void checkUnused(Problems problems) {
    if (settings.bool(ANSWERS).orElse(false)) {
      problems.add(
          settings.positionOf(ANSWERS),
          "answers: true needs model: life; a mix has no known answers, so leave it out");
    }
    if (settings.has(STATEMENTS)) {
      problems.add(
          settings.positionOf(STATEMENTS),
          "statements is a key of model: life; with model: mix give num_xapi_batches and batch_size");
    }
    if (changes().isPresent()) {
      problems.warn(
          settings.positionOf(LIFE), "life is not used: the model is mix; write model: life");
    }
  }

  /** The habits as text, for comparing. */
  String text() {
    StringBuilder text = new StringBuilder("life ").append(set());
    changes().ifPresent(one -> append(one, text));
    return text.toString();
  }

  private static void append(SpecRecord record, StringBuilder text) {
    for (Field field : record.kind().fields()) {
      Object value = record.raw(field.name());
      if (value instanceof Map<?, ?> map) {
        map.forEach(
            (key, of) -> {
              text.append(' ').append(field.name()).append('.').append(key).append('=');
              if (of instanceof SpecRecord nested) {
                append(nested, text);
              } else {
                text.append(of);
              }
            });
      } else if (value != null) {
        text.append(' ').append(field.name()).append('=').append(value);
      }
    }
  }
}
