package org.openedx.devdata.life.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.life.course.Accident;
import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.life.course.GradingPolicy;
import org.openedx.devdata.life.event.EventType;
import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.life.habit.AccidentRates;
import org.openedx.devdata.life.habit.HabitReader;
import org.openedx.devdata.life.stream.Lives;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.World;
import org.openedx.devdata.xapi.model.Worlds;

/** What accidents of authors do to lives, over seeds and sets of habits, seen in the logs alone. */
class AccidentsTest {

  private static final AccidentRates RATES = new AccidentRates(1, 2, 0.6, 2.5, 2.5, 1, 0);

  private static final long SESSIONS_END = 8 * 3_600_000_000L;

  private final Map<Accident.Kind, Integer> happened = new EnumMap<>(Accident.Kind.class);
  private int refused;
  private int corrected;
  private int regraded;
  private int passedByIt;
  private int seenLater;
  private int hard;
  private int hardRight;
  private int others;
  private int othersRight;

  private static Lives lives(String set, long seed) {
    World world = Worlds.small(seed);
    return new Lives(world, HabitReader.of(set, Optional.empty()).habits().with(RATES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "campus", "company"})
  void lifeGoesByThem(String set) {
    for (long seed = 1; seed <= 4; seed++) {
      Lives lives = lives(set, seed);
      for (CourseRun run : lives.world().runs()) {
        LifeSimulation simulation = lives.simulation(run.index());
        simulation
            .shape()
            .history()
            .accidents()
            .forEach(one -> happened.merge(one.kind(), 1, Integer::sum));
        LifeLog log = new LifeLog();
        for (int place = 0; place < run.roster().size(); place++) {
          simulation.whole(place, log);
          structure(simulation.shape(), log);
          marks(simulation.shape(), log);
          grades(simulation.shape(), log);
        }
      }
    }
    assertThat(happened.keySet()).containsExactlyInAnyOrder(Accident.Kind.values());
    assertThat(refused).isGreaterThan(50);
    assertThat(corrected).isPositive();
    assertThat(regraded).isPositive();
    assertThat(seenLater).isPositive();
    assertThat((double) hardRight / hard).isLessThan(0.6 * othersRight / others);
  }

  /** When all sessions of that moment are over, nothing of a deleted unit is left, and so on. */
  private void structure(CourseShape shape, LifeLog log) {
    for (Accident accident : shape.history().accidents()) {
      if (accident.kind().type() != BlockType.VERTICAL) {
        continue;
      }
      Set<String> blocks = blocks(shape, accident.block());
      for (int i = 0; i < log.count(); i++) {
        if (log.micros(i) <= accident.moment() + SESSIONS_END) {
          continue;
        }
        boolean left =
            (log.type(i) == EventType.NEXT
                    || log.type(i) == EventType.PREVIOUS
                    || log.type(i) == EventType.TAB)
                && log.packed(i) == accident.block();
        boolean within = blocks.contains(block(log, i));
        if (accident.kind() == Accident.Kind.DELETED_UNIT) {
          assertThat(left || within).as("%s of %s", log.type(i), accident).isFalse();
        } else if (left) {
          assertThat(log.block(i)).isEqualTo(accident.sequential());
          boolean first = accident.sequential() > shape.sequentialOf(accident.block());
          assertThat(log.first(i)).isEqualTo(first ? 1 : log.second(i));
          seenLater++;
        }
      }
    }
  }

  private static Set<String> blocks(CourseShape shape, int unit) {
    Set<String> blocks = new HashSet<>();
    for (int item = shape.firstItem(unit); item < shape.firstItem(unit + 1); item++) {
      blocks.add(shape.type(item) + " " + shape.block(item));
    }
    return blocks;
  }

  private static String block(LifeLog log, int i) {
    return switch (log.type(i)) {
      case ANSWER_SENT, ANSWER_MARKED, HINT_SHOWN, ANSWER_SHOWN -> "PROBLEM " + log.block(i);
      case VIDEO_LOADED,
          PLAYED,
          PAUSED,
          SEEKED,
          STOPPED,
          VIDEO_COMPLETED,
          SPEED_CHANGED,
          CAPTIONS_SHOWN ->
          "VIDEO " + log.block(i);
      default -> "";
    };
  }

  /** No answer is right while the key is wrong; problems that are too hard are seldom solved. */
  private void marks(CourseShape shape, LifeLog log) {
    Map<Integer, Accident> broken = new HashMap<>();
    Set<Integer> tooHard = new HashSet<>();
    for (Accident accident : shape.history().accidents()) {
      if (accident.kind() == Accident.Kind.BROKEN_PROBLEM) {
        broken.put(accident.block(), accident);
      } else if (accident.kind() == Accident.Kind.HARD_PROBLEM) {
        tooHard.add(accident.block());
      }
    }
    for (int i = 0; i < log.count(); i++) {
      if (log.type(i) != EventType.ANSWER_MARKED) {
        continue;
      }
      Accident accident = broken.get(log.block(i));
      boolean right = log.packed(i) == 0;
      if (accident != null && log.micros(i) < accident.corrected()) {
        assertThat(log.second(i)).isZero();
        assertThat(right).isFalse();
        refused++;
      } else if (accident != null) {
        corrected += right ? 1 : 0;
      } else if (tooHard.contains(log.block(i))) {
        hard++;
        hardRight += right ? 1 : 0;
      } else {
        others++;
        othersRight += right ? 1 : 0;
      }
    }
  }

  /** Every course grade is what the last grades of the subsections make, by the policy. */
  private void grades(CourseShape shape, LifeLog log) {
    Map<Integer, Double> subsections = new HashMap<>();
    boolean passed = false;
    boolean again = false;
    for (int i = 0; i < log.count(); i++) {
      switch (log.type(i)) {
        case SUBSECTION_GRADED -> {
          assertThat(log.first(i)).isBetween(0, log.second(i));
          subsections.put(log.block(i), GradingPolicy.subsection(log.first(i), log.second(i)));
          again = log.third(i) == 1;
          regraded += again ? 1 : 0;
        }
        case COURSE_GRADED -> assertThat(log.first(i)).isEqualTo(percent(shape, subsections));
        case PASSED_FIRST_TIME -> {
          assertThat(passed).isFalse();
          passed = true;
          passedByIt += again ? 1 : 0;
        }
        case NOW_FAILED -> assertThat(passed).isFalse();
        default -> {
          // Changes no grade.
        }
      }
    }
    boolean reaches = shape.policy().passes(percent(shape, subsections));
    assertThat(passed || !reaches).as("who reaches the cut-off passes").isTrue();
  }

  private static int percent(CourseShape shape, Map<Integer, Double> subsections) {
    double sum = 0;
    for (int type = 0; type < shape.policy().types().size(); type++) {
      List<Double> grades = new ArrayList<>();
      for (int sequential : shape.graded(type)) {
        grades.add(subsections.getOrDefault(sequential, 0.0));
      }
      int drops = shape.policy().types().get(type).drops();
      double mean =
          grades.size() <= drops
              ? 0
              : grades.stream().sorted().skip(drops).mapToDouble(one -> one).sum()
                  / (grades.size() - drops);
      sum += mean * shape.policy().types().get(type).weight();
    }
    return GradingPolicy.percent(sum);
  }

  @Test
  void withoutThemLivesAreTheSameAsWithRatesOfNothing() {
    World world = Worlds.small(3);
    Lives plain = new Lives(world, HabitReader.of("campus", Optional.empty()).habits());
    assertThat(plain.simulation(0).shape().history().accidents()).isEmpty();
    assertThat(lives("campus", 3).simulation(0).shape().history().accidents()).isNotEmpty();
  }
}
