package org.openedx.devdata.world.dump;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.Learners;
import org.openedx.devdata.world.NumberedByName;
import org.openedx.devdata.world.Roster;
import org.openedx.devdata.world.World;

/**
 * Numbers of enrolments, no two alike: the id of an export follows from them, by which rows are
 * found again. Those of generated runs follow one another; a named one's follows from learner and
 * course, whatever else there is. Immutable.
 */
final class EnrolmentNumbers {

  private final RunNumbers firsts;
  private final int[][] named;

  EnrolmentNumbers(World world) {
    this.firsts = new RunNumbers(world, DumpTable.COURSE_ENROLLMENT, run -> run.roster().size());
    this.named = new int[world.runs().size()][];
    Set<Integer> given = new HashSet<>();
    for (CourseRun run : world.runs()) {
      run.roster()
          .named()
          .ifPresent(places -> named[run.index()] = distinct(run, places, world.learners(), given));
    }
  }

  private static int[] distinct(
      CourseRun run, List<Roster.Place> places, Learners learners, Set<Integer> given) {
    return places.stream()
        .mapToLong(place -> run.randomKey() ^ learners.key(place.learner()))
        .mapToInt(key -> NumberedByName.distinct(key, given))
        .toArray();
  }

  /** The number of the enrolment at a place of a run's roster. */
  int of(CourseRun run, int place) {
    int[] numbers = named[run.index()];
    return numbers == null ? firsts.firstOf(run) + place : numbers[place];
  }
}
