package org.openedx.devdata.xapi.model.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.world.Rhythm;
import org.openedx.devdata.xapi.model.Worlds;

/** Clock time and effort time: monotone maps that turn each other round, week by week. */
class RhythmTest {

  private static final long WEEK = 7 * Rhythm.DAY;

  /** Of the years in which statements may lie. */
  private static long moment(Random random) {
    return (random.nextLong() >>> 1) % (136 * 366 * Rhythm.DAY);
  }

  @Test
  void oneMapTurnsTheOtherRound() {
    Random random = new Random(59);
    for (int round = 0; round < 100_000; round++) {
      long clock = moment(random);
      assertThat(Rhythm.toClock(Rhythm.toEffort(clock)))
          .as("%d", clock)
          .isCloseTo(clock, within(20L));
    }
  }

  @Test
  void laterIsNeverEarlier() {
    Random random = new Random(61);
    for (int round = 0; round < 100_000; round++) {
      long one = moment(random);
      long other = one + random.nextInt(1 + random.nextInt(Integer.MAX_VALUE - 1));
      assertThat(Rhythm.toEffort(other)).isGreaterThanOrEqualTo(Rhythm.toEffort(one));
      assertThat(Rhythm.toClock(other)).isGreaterThanOrEqualTo(Rhythm.toClock(one));
    }
  }

  @Test
  void aWeekIsAWeekOfEffortFromWhereverItBegins() {
    Random random = new Random(67);
    for (int round = 0; round < 1_000; round++) {
      long clock = moment(random);
      assertThat(Rhythm.toEffort(clock + WEEK) - Rhythm.toEffort(clock)).isEqualTo(WEEK);
    }
  }

  /** By Java's own calendar: Saturdays have the least, Tuesdays and Wednesdays the most. */
  @Test
  void weekdaysHaveTheirShare() {
    long[] effort = new long[7];
    for (long day = 20_000; day < 20_007; day++) {
      DayOfWeek weekday = Instant.ofEpochSecond(day * 86_400).atZone(ZoneOffset.UTC).getDayOfWeek();
      effort[weekday.ordinal()] =
          Rhythm.toEffort((day + 1) * Rhythm.DAY) - Rhythm.toEffort(day * Rhythm.DAY);
    }
    assertThat(effort[DayOfWeek.TUESDAY.ordinal()])
        .isEqualTo(effort[DayOfWeek.WEDNESDAY.ordinal()])
        .isEqualTo(Arrays.stream(effort).max().orElseThrow());
    assertThat(effort[DayOfWeek.SATURDAY.ordinal()])
        .isEqualTo(Arrays.stream(effort).min().orElseThrow())
        .isEqualTo(Rhythm.DAY * 6 / 10);
  }

  /** All work of all runs is done once, and each place on the grid has its time. */
  @Test
  void workOfRunsAddsUpAndPlacesAreFoundAgain() {
    var world = Worlds.small(5);
    Intensity intensity = new Intensity(world.spec(), world.runs());
    double shares = 0;
    for (int run = 0; run < world.runs().size(); run++) {
      shares += intensity.partOf(run);
      double done = 0;
      for (int cell = 0; cell < intensity.cells(); cell++) {
        assertThat(intensity.share(run, cell)).isGreaterThanOrEqualTo(0);
        done += intensity.share(run, cell);
      }
      assertThat(done / intensity.total()).isCloseTo(intensity.partOf(run), within(1e-9));
      assertThat(intensity.partOf(run, intensity.placeOf(run, 0.3))).isCloseTo(0.3, within(1e-9));
    }
    assertThat(shares).isCloseTo(1, within(1e-9));
    Random random = new Random(71);
    for (int round = 0; round < 1_000; round++) {
      double done = random.nextDouble() * intensity.total();
      assertThat(intensity.before(intensity.place(done)))
          .isCloseTo(done, within(1e-6 * intensity.total()));
    }
  }
}
