package org.openedx.devdata.xapi.keys;

import java.util.Optional;
import org.openedx.devdata.life.habit.Habits;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.world.WorldSpec;
import org.openedx.devdata.world.keys.WorldKeys;
import org.openedx.devdata.xapi.life.LifeSizing;

/**
 * Reads how many statements lives are to make, and finds the learners for it. Immutable.
 *
 * @param settings that may ask for a number
 * @param problems where what cannot be made is reported
 */
public record SizingReader(SpecRecord settings, Problems problems) {

  /** Key of how many statements there are to be. */
  public static final String STATEMENTS = "statements";

  /**
   * The world with as many learners as the number of statements takes; nothing when none is asked
   * for, or with problems when the world cannot make so many.
   */
  public Optional<LifeSizing> sizing(WorldSpec world, Habits habits) {
    Optional<Long> wanted = settings.whole(STATEMENTS);
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    Optional<LifeSizing> sizing =
        LifeSizing.of(world, habits, wanted.get(), WorldKeys.MAXIMUM_ACTORS);
    Position position = settings.positionOf(STATEMENTS);
    if (sizing.isEmpty()) {
      problems.add(
          position,
          "statements is %d, which takes more than %d learners; ask for fewer, or make more or larger course runs"
              .formatted(wanted.get(), WorldKeys.MAXIMUM_ACTORS));
    } else if (sizing.get().difference(wanted.get()) > LifeSizing.TOLERANCE) {
      problems.add(
          position,
          "statements is %d, but the nearest that learners of these course runs make is about %d; write that, or make %s course runs"
              .formatted(
                  wanted.get(),
                  sizing.get().statements(),
                  sizing.get().statements() > wanted.get()
                      ? "fewer or smaller"
                      : "more or larger"));
    }
    return sizing;
  }
}
