package org.openedx.devdata.world.named;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.world.Course;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.CourseSize;
import org.openedx.devdata.world.GeneratedOutline;
import org.openedx.devdata.world.Outline;
import org.openedx.devdata.world.Roster;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.WorldSpec;

/**
 * Makes a world of a population. A run is visited from its own start and the first day of the
 * world, until its own end or the last day of the world; one for which that leaves no day only has
 * its enrolments.
 *
 * @param seed chooses what the world does not name
 * @param lmsUrl root URL of the LMS, without a slash at its end
 * @param startDay first day on which learners visit courses, days since 1970
 * @param endDay the day after the last
 * @param days the days that a run has
 */
public record NamedWorld(long seed, String lmsUrl, long startDay, long endDay, Days days) {

  /** The days that a course run has. */
  public enum Days {
    /** Those on which it is visited: from the day after the first enrolment to the world's last. */
    VISITED,
    /** Its own, so that it may go on after the world's last day. */
    OWN
  }

  /** A course that goes on for longer is one that no learner is meant to take as a whole. */
  private static final long LONGEST_DAYS = 366;

  private static final long MICROS_PER_DAY = 86_400_000_000L;

  /** Blocks of a course whose outline is not named. */
  private static final CourseSize DEFAULT_SIZE = new CourseSize("", 1, 0, 12, 6, 3, 6, 12, 5);

  /** Makes the world. */
  public World of(Population population) {
    RandomStream root = RandomStream.of(seed).derive("world");
    Map<String, Integer> learners = new HashMap<>();
    for (Population.Learner learner : population.learners()) {
      learners.put(learner.username(), learners.size());
    }
    List<CourseRun> runs = new ArrayList<>();
    for (Population.NamedCourse course : population.courses()) {
      runs.add(run(course, places(course, population, learners), runs.size(), root));
    }
    return new World(
        spec(population, runs),
        new NamedLearners(population.learners(), root.derive("learners")),
        runs,
        population.taxonomies());
  }

  private WorldSpec spec(Population population, List<CourseRun> runs) {
    long first = startDay;
    long last = endDay;
    for (Population.Enrolment enrolment : population.enrolments()) {
      long day = Math.floorDiv(enrolment.created(), MICROS_PER_DAY);
      first = Math.min(first, day);
      last = Math.max(last, day + 2);
    }
    long shortest =
        runs.stream()
            .mapToLong(run -> run.endDay() - run.startDay())
            .filter(days -> days > 0)
            .min()
            .orElse(1);
    return new WorldSpec(
        seed,
        lmsUrl,
        first,
        last + 1,
        (int) Math.min(shortest, last - first),
        1,
        population.learners().size(),
        1,
        1,
        List.of());
  }

  private static List<Roster.Place> places(
      Population.NamedCourse course, Population population, Map<String, Integer> learners) {
    Map<String, JsonText> modes = new HashMap<>();
    return population.enrolments().stream()
        .filter(enrolment -> enrolment.course().equals(course.key().text()))
        .map(
            enrolment ->
                new Roster.Place(
                    learners.get(enrolment.username()),
                    enrolment.created(),
                    modes.computeIfAbsent(enrolment.mode(), JsonText::of),
                    enrolment.active(),
                    enrolment.id()))
        .sorted(Comparator.comparingLong(Roster.Place::created))
        .toList();
  }

  private CourseRun run(
      Population.NamedCourse named, List<Roster.Place> places, int index, RandomStream root) {
    CourseKey key = named.key();
    long randomKey = root.derive("courses").at(key.text());
    Outline outline =
        named.chapters().isEmpty()
            ? new GeneratedOutline(DEFAULT_SIZE, randomKey)
            : new NamedOutline(named.chapters(), named.forumThreads(), randomKey);
    long from = Math.max(startDay, day(named.facts().start(), Long.MIN_VALUE));
    if (!places.isEmpty() && (days == Days.VISITED || named.facts().start().isEmpty())) {
      from = Math.max(from, Math.floorDiv(places.get(0).created(), MICROS_PER_DAY) + 1);
    }
    long to = end(day(named.facts().end(), Long.MAX_VALUE), from);
    boolean visited = !places.isEmpty() && from < to;
    return new CourseRun(
        index,
        new Course(index, key.org(), key.course(), named.title(), DEFAULT_SIZE),
        key,
        visited ? from : endDay,
        visited ? to : endDay,
        new Roster(places),
        randomKey,
        outline,
        randomKey,
        java.util.Optional.of(named.facts()));
  }

  private long end(long own, long from) {
    boolean whole = days == Days.OWN && own != Long.MAX_VALUE && own - from <= LONGEST_DAYS;
    return whole ? own : Math.min(endDay, own);
  }

  private static long day(OptionalLong micros, long none) {
    return micros.isEmpty() ? none : Math.floorDiv(micros.getAsLong(), MICROS_PER_DAY);
  }
}
