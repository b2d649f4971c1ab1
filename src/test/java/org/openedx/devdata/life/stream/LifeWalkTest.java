package org.openedx.devdata.life.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.life.habit.AccidentRates;
import org.openedx.devdata.life.habit.HabitReader;
import org.openedx.devdata.life.simulation.LifeSimulation;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.CourseSize;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.WorldSpec;

class LifeWalkTest {

  private static final World WORLD =
      World.of(
          new WorldSpec(
              7,
              "http://lms",
              20_000,
              20_100,
              60,
              1,
              400,
              1,
              1,
              List.of(new CourseSize("course", 2, 300, 9, 6, 3, 6, 12, 5))));

  private Lives lives = lives(AccidentRates.NONE);

  private static Lives lives(AccidentRates accidents) {
    return new Lives(WORLD, HabitReader.of("campus", Optional.empty()).habits().with(accidents));
  }

  /** Also when no frame finds what the one before has left, which is simulated from the begin. */
  @Test
  void framesFromTheLastOneOnAreWholeLives() {
    List<Integer> frames = frames();
    Collections.reverse(frames);
    assertThat(inFrames(frames)).hasSizeGreaterThan(10_000).isEqualTo(whole());
    assertThat(lives.states().bytes()).isPositive();
  }

  /** Each goes on with the states that the one before has left; at the end none is kept. */
  @Test
  void framesInOrderAreWholeLives() {
    assertThat(inFrames(frames())).isEqualTo(whole());
    assertThat(lives.states().bytes()).isZero();
  }

  @Test
  void framesAreWholeLivesWhateverAuthorsDo() {
    lives = lives(new AccidentRates(1, 2, 1, 1, 1, 1, 0));
    List<Integer> frames = frames();
    assertThat(inFrames(frames)).isEqualTo(whole());
    Collections.reverse(frames);
    assertThat(inFrames(frames)).isEqualTo(whole());
  }

  /** Some frames are opened before the one that they follow, and some twice. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void framesInAnyOrderAreWholeLives(int seed) {
    List<Integer> frames = frames();
    Collections.shuffle(frames, new Random(seed));
    LifeWalk walk = new LifeWalk(lives);
    for (int frame : frames.subList(0, frames.size() / 2)) {
      walk.open(frame);
      for (int i = 0; i < seed * 60 && walk.next(); i++) {
        // Gone through, or left in the middle.
      }
    }
    assertThat(inFrames(frames)).isEqualTo(whole());
  }

  private List<Integer> frames() {
    return IntStream.range(0, lives.frames().count())
        .boxed()
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private List<String> inFrames(List<Integer> frames) {
    List<String> parts = new ArrayList<>();
    LifeWalk walk = new LifeWalk(lives);
    for (int frame : frames) {
      walk.open(frame);
      while (walk.next()) {
        add(parts, walk.shape().run().index(), walk.learner(), walk.log());
      }
    }
    Collections.sort(parts);
    return parts;
  }

  private List<String> whole() {
    List<String> whole = new ArrayList<>();
    LifeLog log = new LifeLog();
    for (CourseRun run : lives.world().runs()) {
      LifeSimulation simulation = lives.simulation(run.index());
      for (int place = 0; place < run.roster().size(); place++) {
        simulation.whole(place, log);
        add(whole, run.index(), run.roster().learner(place), log);
      }
    }
    Collections.sort(whole);
    return whole;
  }

  @Test
  void anOpenedFrameHasNoEventsBeforeItsFirstLearner() {
    LifeWalk walk = new LifeWalk(lives);
    walk.open(0);
    while (walk.log().count() == 0) {
      assertThat(walk.next()).isTrue();
    }
    walk.open(1);
    assertThat(walk.log().count()).isZero();
  }

  private static void add(List<String> all, int run, int learner, LifeLog log) {
    for (int event = 0; event < log.count(); event++) {
      all.add(
          "%d %d %d %s %d %d %d %d"
              .formatted(
                  run,
                  learner,
                  log.micros(event),
                  log.type(event),
                  log.block(event),
                  log.first(event),
                  log.second(event),
                  log.packed(event)));
    }
  }
}
