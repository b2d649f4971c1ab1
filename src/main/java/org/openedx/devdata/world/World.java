package org.openedx.devdata.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.Permutation;
import org.openedx.devdata.random.RandomStream;

/**
 * A population, generated or named. A generated one keeps its course runs only; all else is
 * computed. Immutable.
 */
public final class World {

  private static final int SHORT_ID_BITS = 24;
  private static final int MAX_RUNS_OF_A_COURSE = 4;

  private final WorldSpec spec;
  private final Learners learners;
  private final List<CourseRun> runs;
  private final List<Course> courses;
  private final List<Taxonomy> taxonomies;

  /** A world of given parts; a run's {@link CourseRun#index()} is its place in the list. */
  public World(WorldSpec spec, Learners learners, List<CourseRun> runs, List<Taxonomy> taxonomies) {
    this.spec = spec;
    this.learners = learners;
    this.runs = List.copyOf(runs);
    this.courses = runs.stream().map(CourseRun::course).distinct().toList();
    this.taxonomies = List.copyOf(taxonomies);
  }

  /** The world that a person's words and seed describe. */
  public static World of(WorldSpec spec) {
    RandomStream root = RandomStream.of(spec.seed()).derive("world");
    List<Course> made = new ArrayList<>();
    List<CourseRun> madeRuns = new ArrayList<>();
    RandomStream stream = root.derive("courses");
    Permutation shortIds = new Permutation(1L << SHORT_ID_BITS, stream.at("short ids"));
    Map<String, Integer> numbers = new HashMap<>();
    Starts starts = new Starts(spec, stream.at("starts"));
    for (CourseSize size : spec.sizes()) {
      for (int left = size.runs(); left > 0; ) {
        long key = stream.at(made.size());
        String shortId = String.format("%06x", shortIds.at(made.size()));
        int number = numbers.merge(size.name(), 1, Integer::sum);
        Course course =
            new Course(
                made.size(),
                "Org" + Draw.below(Draw.of(key, 0), spec.organizations()),
                shortId,
                CourseTitles.of(made.size(), size.name(), number),
                size);
        made.add(course);
        int count = Math.min(left, 1 + Draw.below(Draw.of(key, 1), MAX_RUNS_OF_A_COURSE));
        addRuns(spec, course, count, key, starts, madeRuns);
        left -= count;
      }
    }
    Learners learners = new GeneratedLearners(spec.learners(), root.derive("learners"));
    return new World(spec, learners, madeRuns, List.of(Taxonomy.MUSIC));
  }

  private static void addRuns(
      WorldSpec spec, Course course, int count, long key, Starts starts, List<CourseRun> target) {
    long roster = Draw.of(key, 2);
    for (int number = 0; number < count; number++) {
      long runKey = Draw.of(key, 16 + number);
      long start = starts.of(target.size(), Draw.of(runKey, 0));
      target.add(
          new CourseRun(
              target.size(),
              course,
              CourseKey.of(course.org(), course.shortId(), Integer.toString(number)),
              start,
              start + spec.courseLengthDays(),
              new Roster(course.size().actors(), spec.learners(), roster),
              Draw.of(runKey, 1),
              new GeneratedOutline(course.size(), Draw.of(runKey, 1)),
              target.size(),
              Optional.empty()));
    }
  }

  public WorldSpec spec() {
    return spec;
  }

  public Learners learners() {
    return learners;
  }

  /** All course runs; a run's {@link CourseRun#index()} is its place here. */
  public List<CourseRun> runs() {
    return runs;
  }

  public List<Course> courses() {
    return courses;
  }

  /** The taxonomies; values of tags are unique over all of them. */
  public List<Taxonomy> taxonomies() {
    return taxonomies;
  }

  /** Number of pairs of a learner and a course run. */
  public long enrolments() {
    return runs.stream().mapToLong(run -> run.roster().size()).sum();
  }
}
