package org.openedx.devdata.life.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.life.habit.HabitReader;
import org.openedx.devdata.life.simulation.LifeSimulation;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.CourseSize;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.WorldSpec;

class LifeWalkTest {

  private final Lives lives =
      new Lives(
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
                  List.of(new CourseSize("course", 2, 300, 9, 6, 3, 6, 12, 5)))),
          HabitReader.of("campus", Optional.empty()).habits());

  /** In whatever order frames are opened, and whichever was open before. */
  @Test
  void framesTogetherAreWholeLives() {
    List<String> parts = new ArrayList<>();
    LifeWalk walk = new LifeWalk(lives);
    for (int frame = lives.frames().count() - 1; frame >= 0; frame--) {
      walk.open(frame);
      while (walk.next()) {
        add(parts, walk.shape().run().index(), walk.learner(), walk.log());
      }
    }
    List<String> whole = new ArrayList<>();
    LifeLog log = new LifeLog();
    for (CourseRun run : lives.world().runs()) {
      LifeSimulation simulation = lives.simulation(run.index());
      for (int place = 0; place < run.roster().size(); place++) {
        log.open(Long.MIN_VALUE, Long.MAX_VALUE);
        simulation.simulate(place, log);
        log.arrange(run.index(), lives.world().runs().size());
        add(whole, run.index(), run.roster().learner(place), log);
      }
    }
    Collections.sort(parts);
    Collections.sort(whole);
    assertThat(parts).hasSizeGreaterThan(10_000).isEqualTo(whole);
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
