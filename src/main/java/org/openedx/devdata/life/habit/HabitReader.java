package org.openedx.devdata.life.habit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.openedx.devdata.random.AliasTable;
import org.openedx.devdata.random.CumulativeTable;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.read.KeyParsers;
import org.openedx.devdata.spec.read.SpecReader;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.YamlLimits;
import org.openedx.devdata.spec.yaml.YamlReader;

/**
 * Reads habits: a ready set, and what a configuration changes of it. Immutable.
 *
 * @param base a ready set
 * @param changes values that win over the set's; empty for none
 */
public record HabitReader(SpecRecord base, Optional<SpecRecord> changes) {

  /** The names of the ready sets; the first is the default. */
  public static final List<String> SETS = List.of("open", "campus", "company");

  /** Weights of when learners enrol. */
  private static final List<String> ENROLLING =
      List.of("enrol_before", "enrol_first_day", "enrol_during", "enrol_after");

  /** Reader of a ready set with changes to it. */
  public static HabitReader of(String set, Optional<SpecRecord> changes) {
    String file = set + ".yaml";
    try (InputStream in = HabitReader.class.getResourceAsStream(file)) {
      Problems problems = new Problems();
      SpecRecord base = read(file, in.readAllBytes(), problems);
      HabitKeys.check(base, problems);
      problems.throwIfAny();
      return new HabitReader(base, changes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a set, or changes to one, from YAML; whether values keep their limits is not checked. */
  static SpecRecord read(String file, byte[] yaml, Problems problems) {
    MapNode root =
        (MapNode)
            new YamlReader(YamlLimits.DEFAULT, name -> null)
                .read(file, yaml, problems)
                .orElseThrow();
    KeyParsers keys = new KeyParsers(UnaryOperator.identity(), UnaryOperator.identity());
    return new SpecReader(HabitKeys.descriptor(), keys).read(file, root, problems).settings();
  }

  /** Reports changes that are out of their limits, or leave nothing to choose from. */
  public void check(Problems problems) {
    int before = problems.size();
    changes.ifPresent(one -> HabitKeys.check(one, problems));
    if (problems.size() > before) {
      return;
    }
    double enrolling =
        ENROLLING.stream().mapToDouble(this::number).filter(weight -> weight > 0).sum();
    weightless(ENROLLING.get(0), enrolling, problems);
    weightless(HabitKeys.MODES, modes().values().stream().mapToDouble(one -> one).sum(), problems);
    weightless(HabitKeys.PERSONAS, personas().stream().mapToDouble(Persona::share).sum(), problems);
  }

  private void weightless(String field, double sum, Problems problems) {
    if (!(sum > 0)) {
      SpecRecord said = changes.orElse(base);
      problems.add(
          said.positionOf(field),
          "%s has no weight above 0, so nothing can be chosen; give one".formatted(field));
    }
  }

  private Map<String, Double> modes() {
    Map<String, Double> modes = new LinkedHashMap<>();
    layer(HabitKeys.MODES)
        .map(HabitKeys.MODES)
        .forEach((mode, weight) -> modes.put(mode, (Double) weight));
    return modes;
  }

  /** The habits, when they have been checked. */
  public Habits habits() {
    Map<String, Double> modes = modes();
    List<Persona> personas = personas();
    return new Habits(
        flag(HabitKeys.SELF_PACED),
        number("enter"),
        number("one_visit"),
        new Habits.Enrolling(
            number("enrol_before"),
            number("enrol_first_day"),
            number("enrol_during"),
            number("enrol_after"),
            number("enrol_before_days")),
        List.copyOf(modes.keySet()),
        AliasTable.of(modes.values().stream().mapToDouble(Double::doubleValue).toArray()),
        number("upgrade"),
        number("unenrol"),
        number("stay_shape"),
        number("ability"),
        number("ability_sd"),
        number("effort"),
        number("difficulty"),
        number("difficulty_sd"),
        number("session_minutes"),
        number("session_sd"),
        CumulativeTable.of(hours()),
        number("day_shift"),
        number("weekend"),
        number("lateness"),
        flag(HabitKeys.LATE_WORK),
        number("posters"),
        flag(HabitKeys.ONE_ZONE),
        flag(HabitKeys.TIMED_EXAM),
        personas,
        AliasTable.of(personas.stream().mapToDouble(Persona::share).toArray()),
        AccidentRates.NONE);
  }

  private double[] hours() {
    List<?> hours = layer(HabitKeys.HOURS).get(HabitKeys.HOURS, List.class).orElseThrow();
    return hours.stream().mapToDouble(hour -> (Double) hour).toArray();
  }

  /** A persona of the set with the changes to it, and those that only the changes have. */
  private List<Persona> personas() {
    Map<String, Object> known = base.map(HabitKeys.PERSONAS);
    Map<String, Object> changed =
        changes.map(one -> (Map<String, Object>) one.map(HabitKeys.PERSONAS)).orElse(Map.of());
    Set<String> names = new LinkedHashSet<>(known.keySet());
    names.addAll(changed.keySet());
    List<Persona> personas = new ArrayList<>();
    for (String name : names) {
      personas.add(
          Persona.of(
              name,
              Optional.ofNullable((SpecRecord) changed.get(name)),
              Optional.ofNullable((SpecRecord) known.get(name))));
    }
    return personas;
  }

  private SpecRecord layer(String field) {
    return changes.filter(one -> one.has(field)).orElse(base);
  }

  private double number(String field) {
    return HabitKeys.number(layer(field), field);
  }

  private boolean flag(String field) {
    return layer(field).bool(field).orElse(false);
  }
}
