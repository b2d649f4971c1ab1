package org.openedx.devdata.life.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.life.habit.HabitReader;
import org.openedx.devdata.life.habit.Habits;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.world.Rhythm;

class DayRhythmTest {

  private static final Habits CAMPUS = HabitReader.of("campus", Optional.empty()).habits();
  private static final RandomStream STREAM = RandomStream.of(3);

  private static DayRhythm rhythm(Zone zone) {
    return new DayRhythm(new Traits(0, 0, 0, 1, 0, 100, false, zone), CAMPUS);
  }

  @Test
  void weekendsOfEachZoneHaveTheShareOfTheHabits() {
    for (Zone zone : new Zone[] {new Zone(330, 5), new Zone(180, 4), new Zone(-480, 5)}) {
      int weekend = 0;
      for (int i = 0; i < 20_000; i++) {
        long day = 20_000L + i % 700;
        long moment = rhythm(zone).near(day * Rhythm.DAY + Rhythm.DAY / 2, STREAM.at(i));
        long weekday = Math.floorMod(rhythm(zone).day(moment) + 3, 7L);
        weekend += Math.floorMod(weekday - zone.weekend(), 7L) < 2 ? 1 : 0;
      }
      assertThat(weekend / 20_000.0).isCloseTo(CAMPUS.weekend(), within(0.02));
    }
  }

  @Test
  void momentsLieOnTheDayThatIsAskedForWhereThePersonLives() {
    Zone zone = new Zone(-480, 5);
    for (int i = 0; i < 1_000; i++) {
      assertThat(rhythm(zone).day(rhythm(zone).on(20_100, STREAM.at(i)))).isEqualTo(20_100);
    }
  }

  @Test
  void theNightIsFreeAndTheDayStaysAsItIs() {
    Zone zone = new Zone(60, 5);
    long threeInTheMorning = 20_100 * Rhythm.DAY + 2 * Rhythm.DAY / 24;
    long noon = 20_100 * Rhythm.DAY + Rhythm.DAY / 2;
    assertThat(rhythm(zone).awake(noon, 1)).isEqualTo(noon);
    assertThat(rhythm(zone).awake(threeInTheMorning, 1))
        .isBetween(threeInTheMorning + 4 * Rhythm.DAY / 24, threeInTheMorning + Rhythm.DAY / 2);
  }

  @Test
  void traitsBelongToThePersonAndAbilityGoesWithDiligence() {
    double together = 0;
    for (int i = 0; i < 20_000; i++) {
      Traits traits = Traits.of(STREAM.at(i), 7, CAMPUS);
      assertThat(traits).isEqualTo(Traits.of(STREAM.at(i), 7, CAMPUS));
      together += traits.ability() * traits.diligence();
    }
    assertThat(together / 20_000).isCloseTo(CAMPUS.effort(), within(0.03));
  }
}
