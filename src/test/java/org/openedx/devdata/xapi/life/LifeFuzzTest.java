package org.openedx.devdata.xapi.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.life.habit.AccidentRates;
import org.openedx.devdata.life.habit.HabitKeys;
import org.openedx.devdata.life.habit.HabitReader;
import org.openedx.devdata.life.habit.HabitYaml;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.world.CourseSize;
import org.openedx.devdata.world.World;
import org.openedx.devdata.xapi.model.Contradictions;
import org.openedx.devdata.xapi.model.Worlds;

/** Whatever habits are allowed make lives, and no contradictions. */
class LifeFuzzTest {

  private static final double[] VALUES = {
    -5, -1, 0, 0.001, 0.05, 0.1, 0.5, 0.9, 1, 2, 5, 10, 24, 100, 600, 1_000, 1e6
  };

  private final Random random = new Random(20_261_130);

  @Test
  void allowedHabitsMakeLivesWithoutContradictions() {
    int simulated = 0;
    for (int round = 0; round < 150; round++) {
      SpecRecord changes = HabitYaml.read(changes());
      HabitReader reader = HabitReader.of(set(), Optional.of(changes));
      Problems problems = new Problems();
      reader.check(problems);
      if (problems.isEmpty()) {
        World world =
            Worlds.of(round, 40, List.of(new CourseSize("tiny", 2, 15, 12, 8, 3, 6, 12, 5)));
        Contradictions found =
            Contradictions.of(new LifeModel(world, reader.habits().with(accidents())));
        assertThat(found.counts().values()).as("%s in %s", found, round).containsOnly(0L);
        simulated++;
      }
    }
    assertThat(simulated).isGreaterThan(60);
  }

  /** None in two of three rounds. */
  private AccidentRates accidents() {
    return random.nextInt(3) > 0
        ? AccidentRates.NONE
        : new AccidentRates(
            random.nextInt(3),
            random.nextInt(3),
            random.nextDouble(),
            random.nextInt(4),
            random.nextInt(4),
            random.nextInt(2),
            Long.MAX_VALUE);
  }

  private String set() {
    return HabitReader.SETS.get(random.nextInt(HabitReader.SETS.size()));
  }

  /** Up to six numbers, most of them allowed. */
  private String changes() {
    StringBuilder yaml = new StringBuilder("late_work: " + random.nextBoolean() + "\n");
    List<Field> numbers =
        HabitKeys.fields().stream()
            .filter(field -> field.type() instanceof FieldType.Real)
            .toList();
    for (int i = random.nextInt(4); i > 0; i--) {
      String line =
          numbers.get(random.nextInt(numbers.size())).name()
              + ": "
              + VALUES[random.nextInt(VALUES.length)]
              + "\n";
      Problems problems = new Problems();
      HabitKeys.check(HabitYaml.read(line), problems);
      String name = line.substring(0, line.indexOf(':') + 1);
      if (problems.isEmpty() && yaml.indexOf(name) < 0) {
        yaml.append(line);
      }
    }
    double stay = Math.max(0.001, random.nextDouble());
    return yaml
        + "personas: {guest: {stay: %s, graded: %s, finishes: %s, pause: %s}}"
            .formatted(stay, random.nextDouble(), random.nextDouble(), random.nextDouble());
  }
}
