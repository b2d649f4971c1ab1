package org.openedx.devdata.world.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.Permutation;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.Course;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.CourseSize;
import org.openedx.devdata.world.CourseTitles;
import org.openedx.devdata.world.GeneratedLearners;
import org.openedx.devdata.world.Outline;
import org.openedx.devdata.world.Roster;
import org.openedx.devdata.world.Taxonomy;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.WorldSpec;

/**
 * Makes a world whose courses are drawn from templates. Stateless but for what it is given.
 *
 * @param spec days, learners and all else; its sizes are not looked at
 * @param courses the courses
 */
public record TemplatedWorld(WorldSpec spec, TemplatedCourses courses) {

  private static final int SHORT_ID_BITS = 24;

  /** One thread of the forum for so many learners. */
  private static final int LEARNERS_OF_A_THREAD = 15;

  /** Makes the world. */
  public World make() {
    RandomStream root = RandomStream.of(spec.seed()).derive("world");
    RandomStream stream = root.derive("courses");
    List<CourseRun> runs = new ArrayList<>();
    Permutation shortIds = new Permutation(1L << SHORT_ID_BITS, stream.at("short ids"));
    int course = 0;
    for (TemplatedCourses.Lot lot : courses.lots()) {
      for (int number = 1; number <= lot.courses(); number++) {
        String shortId = String.format("%06x", shortIds.at(course));
        add(lot, new Naming(course, shortId, number), stream.at(course), runs);
        course++;
      }
    }
    GeneratedLearners learners =
        new GeneratedLearners(spec.learners(), root.derive("learners"), courses.firstUser());
    return new World(spec, learners, runs, List.of(Taxonomy.MUSIC));
  }

  /**
   * Names of a course.
   *
   * @param index of it in the world
   * @param number of it among those of its template, from 1
   */
  private record Naming(int index, String shortId, int number) {}

  private void add(TemplatedCourses.Lot lot, Naming naming, long key, List<CourseRun> to) {
    int count = lot.runs().pick(Draw.of(key, 1));
    Course course = null;
    for (int run = 0; run < count; run++) {
      long runKey = Draw.of(key, 16 + run);
      int learners = Math.min(lot.learners().pick(Draw.of(runKey, 2)), spec.learners());
      int threads = 1 + learners / LEARNERS_OF_A_THREAD;
      Outline outline = new TemplatedOutline(lot.template(), threads, Draw.of(runKey, 1));
      if (course == null) {
        course =
            new Course(
                naming.index(),
                courses.orgPrefix() + Draw.below(Draw.of(key, 0), spec.organizations()),
                naming.shortId(),
                CourseTitles.of(naming.index(), lot.template().name(), naming.number()),
                size(lot, count, learners, outline));
      }
      long end = end(runKey);
      to.add(
          new CourseRun(
              to.size(),
              course,
              CourseKey.of(course.org(), course.shortId(), "run" + run),
              end - spec.courseLengthDays(),
              end,
              new Roster(learners, spec.learners(), Draw.of(runKey, 3)),
              Draw.of(runKey, 1),
              outline,
              to.size(),
              Optional.empty()));
    }
  }

  /** The day after the last of a run: that of the world, or any on which it fits in. */
  private long end(long runKey) {
    if (Draw.chance(Draw.of(runKey, 4), courses.running())) {
      return spec.endDay();
    }
    long room = spec.endDay() - spec.startDay() - spec.courseLengthDays();
    return spec.endDay() - Draw.below(Draw.of(runKey, 0), room + 1);
  }

  private static CourseSize size(
      TemplatedCourses.Lot lot, int runs, int learners, Outline outline) {
    return new CourseSize(
        lot.template().name(),
        runs,
        learners,
        outline.count(BlockType.PROBLEM),
        outline.count(BlockType.VIDEO),
        outline.count(BlockType.CHAPTER),
        outline.count(BlockType.SEQUENTIAL),
        outline.count(BlockType.VERTICAL),
        outline.forumPosts());
  }
}
