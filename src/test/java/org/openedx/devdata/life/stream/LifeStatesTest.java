package org.openedx.devdata.life.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.life.habit.HabitReader;
import org.openedx.devdata.life.simulation.LifeSimulation;
import org.openedx.devdata.life.simulation.LifeState;
import org.openedx.devdata.world.CourseSize;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.WorldSpec;

class LifeStatesTest {

  private static final List<CourseSize> SIZES =
      List.of(new CourseSize("course", 1, 200, 9, 6, 3, 6, 12, 5));

  private final Lives lives =
      new Lives(
          World.of(new WorldSpec(7, "http://lms", 20_000, 20_100, 60, 1, 400, 1, 1, SIZES)),
          HabitReader.of("campus", Optional.empty()).habits());

  private final LifeFrames.Frame frame = lives.frames().at(lives.frames().count() / 2);

  /** The states at the end of the frame. */
  private LifeState[] states() {
    LifeSimulation simulation = lives.simulation(frame.run());
    LifeLog log = new LifeLog();
    LifeState[] states = new LifeState[frame.endPlace() - frame.firstPlace()];
    for (int i = 0; i < states.length; i++) {
      log.open(frame.from(), frame.to());
      states[i] = simulation.simulate(frame.firstPlace() + i, log, null);
    }
    return states;
  }

  private LifeFrames.Frame next() {
    return new LifeFrames.Frame(
        frame.to(), frame.to() + 1, frame.run(), frame.firstPlace(), frame.endPlace(), true);
  }

  @Test
  void givesAStateToTheFrameThatFollowsOnce() {
    LifeStates kept = new LifeStates(1 << 20);
    LifeState[] states = states();
    kept.keep(frame, states);
    assertThat(kept.take(frame)).containsOnlyNulls();
    assertThat(kept.take(next())).containsExactly(states);
    assertThat(kept.take(next())).containsOnlyNulls();
    assertThat(kept.bytes()).isZero();
  }

  @Test
  void keepsNoMoreThanItMay() {
    LifeState[] states = states();
    assertThat(states).filteredOn(Objects::nonNull).hasSizeGreaterThan(100);
    long all = Arrays.stream(states).filter(Objects::nonNull).mapToLong(LifeState::bytes).sum();
    for (long maximum : new long[] {0, 1_000, all / 2, all}) {
      LifeStates kept = new LifeStates(maximum);
      kept.keep(frame, states);
      kept.keep(frame, states);
      assertThat(kept.bytes()).isBetween(0L, maximum);
      LifeState[] given = kept.take(next());
      assertThat(given).hasSameSizeAs(states).isSubsetOf(with(null, states));
    }
  }

  @Test
  void keepsNothingForNobody() {
    LifeStates kept = new LifeStates(1 << 20);
    kept.keep(next(), states());
    assertThat(kept.bytes()).isZero();
  }

  private static LifeState[] with(LifeState one, LifeState[] more) {
    LifeState[] all = Arrays.copyOf(more, more.length + 1);
    all[more.length] = one;
    return all;
  }
}
