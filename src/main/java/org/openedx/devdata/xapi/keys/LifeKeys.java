package org.openedx.devdata.xapi.keys;

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
 * The keys that say which model makes the statements, and the habits of learners who live.
 * Immutable.
 *
 * @param settings with {@link #model} and {@link #HABITS}
 */
public record LifeKeys(SpecRecord settings) {

  /** Key of what makes the statements. */
  public static final String MODEL = "model";

  /** Value of it for statements that are drawn by weight. */
  public static final String MIX = "mix";

  /** Value of it for simulated lives, and the key of their habits. */
  public static final String LIFE = "life";

  private static final String SET = "set";

  /** The field of habits. */
  public static final Field HABITS =
      Field.of(
              LIFE,
              new FieldType.Nested(
                  new Kind(LIFE, List.of(), "Habits of learners.", fields(), List.of())),
              "Habits of the learners of `model: life`: a ready set, and what differs from it.")
          .withDefault("`{set: open}`");

  /**
   * The field of the model.
   *
   * @param byDefault which it is when none is given
   */
  public static Field model(String byDefault) {
    return Field.of(
            MODEL,
            new FieldType.Choice(List.of(MIX, LIFE)),
            "What makes the statements: a mix by weights, or the lives of learners, who make as"
                + " many as follow.")
        .withDefault(byDefault);
  }

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

  /** The model that is named; nothing when none is. */
  public Optional<String> model() {
    return settings.text(MODEL);
  }

  /** The habits as far as they are described. */
  public Optional<SpecRecord> changes() {
    return settings.get(LIFE, SpecRecord.class);
  }

  private String set() {
    return changes().flatMap(one -> one.text(SET)).orElse(HabitReader.SETS.get(0));
  }

  /** The habits; nothing, with problems, when something of them is wrong. */
  public Optional<Habits> habits(Problems problems) {
    int before = problems.size();
    HabitReader reader = HabitReader.of(set(), changes());
    reader.check(problems);
    return problems.size() == before ? Optional.of(reader.habits()) : Optional.empty();
  }

  /** Reports a key that says how many statements there are, which follows from the lives. */
  public void refuse(String key, Problems problems) {
    if (settings.has(key)) {
      problems.add(
          settings.positionOf(key),
          "%s is a key of model: mix; with model: life the statements follow from who learns what, so leave it out"
              .formatted(key));
    }
  }

  /** Warns of habits that nothing reads. */
  public void checkUnused(Problems problems) {
    if (changes().isPresent()) {
      problems.warn(
          settings.positionOf(LIFE), "life is not used: the model is mix; write model: life");
    }
  }

  /** The habits as text, for comparing. */
  public String text() {
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
