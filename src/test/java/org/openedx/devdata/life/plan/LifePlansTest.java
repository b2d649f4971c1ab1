package org.openedx.devdata.life.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.life.event.EventType;
import org.openedx.devdata.life.habit.HabitReader;
import org.openedx.devdata.life.habit.Habits;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.Rhythm;
import org.openedx.devdata.world.World;
import org.openedx.devdata.xapi.model.Worlds;

/** Plans of enrolments, sessions and the forum. */
class LifePlansTest {

  private static final World WORLD = Worlds.small(5);

  private static Habits habits(String set) {
    return HabitReader.of(set, Optional.empty()).habits();
  }

  /** Cumulative shares by days before the due moment, from OULAD. */
  @Test
  void submissionsAreAsLongBeforeTheyAreDueAsThoseOfOulad() {
    int[] counts = new int[4];
    for (int i = 0; i < 10_000; i++) {
      double u = (i + 0.5) / 10_000;
      double left = (double) Lateness.left(Math.log(u / (1 - u)) / 1.702) / Rhythm.DAY;
      counts[0] += left < 0 ? 1 : 0;
      counts[1] += left >= 0 && left < 1 ? 1 : 0;
      counts[2] += left >= 0 && left < 2 ? 1 : 0;
      counts[3] += left >= 0 && left <= 7 ? 1 : 0;
    }
    assertThat(counts[0] / 10_000.0).isCloseTo(0.168, within(0.005));
    assertThat(counts[1] / 10_000.0).isCloseTo(0.292, within(0.005));
    assertThat(counts[2] / 10_000.0).isCloseTo(0.546, within(0.005));
    assertThat(counts[3] / 10_000.0).isCloseTo(0.774, within(0.005));
  }

  @Test
  void enrolmentsAreInOrderOfTheRosterAndWithinTheWorld() {
    for (String set : HabitReader.SETS) {
      for (CourseRun run : WORLD.runs()) {
        EnrolmentTimes times = new EnrolmentTimes(run, WORLD.spec(), habits(set).enrolling());
        long last = Long.MIN_VALUE;
        for (int place = 0; place < run.roster().size(); place++) {
          assertThat(times.at(place)).isGreaterThanOrEqualTo(last);
          last = times.at(place);
          assertThat(last)
              .isBetween(WORLD.spec().startDay() * Rhythm.DAY, WORLD.spec().endDay() * Rhythm.DAY);
        }
      }
    }
  }

  @Test
  void sessionsLieWithinALifeAndNothingIsReadBeforeItsRelease() {
    for (String set : HabitReader.SETS) {
      for (CourseRun run : WORLD.runs()) {
        CourseShape shape = new CourseShape(run, habits(set));
        EnrolmentPlanner enrolments = new EnrolmentPlanner(WORLD, shape);
        SessionPlanner planner = new SessionPlanner(shape);
        for (int place = 0; place < run.roster().size(); place++) {
          check(shape, enrolments.of(place), planner);
        }
      }
    }
  }

  private static void check(CourseShape shape, Enrolment life, SessionPlanner planner) {
    SessionPlan plan = planner.of(life, Enrolment.NEVER);
    assertThat(plan.count() == 0).isEqualTo(!life.enters());
    for (int i = 0; i < plan.count(); i++) {
      assertThat(plan.start(i)).isGreaterThanOrEqualTo(life.begins());
      assertThat(plan.start(i)).isLessThan(Math.max(life.leaves(), life.begins() + 1));
      assertThat(plan.fromUnit(i)).isLessThanOrEqualTo(plan.toUnit(i));
      if (plan.purpose(i) != SessionPlan.Purpose.REVIEW && plan.toUnit(i) > plan.fromUnit(i)) {
        int chapter = shape.chapterOf(shape.sequentialOf(plan.fromUnit(i)));
        assertThat(plan.start(i)).isGreaterThanOrEqualTo(shape.released(chapter));
      }
    }
    int all = plan.count();
    long middle = all == 0 ? 0 : plan.start(all / 2);
    List<Long> before = starts(plan, middle);
    assertThat(starts(planner.of(life, middle + 1), middle)).isEqualTo(before);
  }

  /** Sessions until a moment, which must not depend on how far a life is planned. */
  private static List<Long> starts(SessionPlan plan, long until) {
    return java.util.stream.IntStream.range(0, plan.count())
        .filter(i -> plan.start(i) <= until)
        .mapToObj(i -> plan.start(i) ^ ((long) plan.number(i) << 32) ^ plan.fromUnit(i))
        .toList();
  }

  @Test
  void repliesFollowTheirThreadsAndWhoeverPostsIsThere() {
    int threads = 0;
    for (CourseRun run : WORLD.runs()) {
      CourseShape shape = new CourseShape(run, habits("campus"));
      EnrolmentPlanner enrolments = new EnrolmentPlanner(WORLD, shape);
      ForumPlan forum = ForumPlan.of(shape, enrolments);
      long[] created = new long[run.outline().forumPosts()];
      for (int place = 0; place < run.roster().size(); place++) {
        for (ForumPlan.Action action : forum.of(place)) {
          if (action.type() == EventType.THREAD_CREATED) {
            created[action.thread()] = action.moment();
            threads++;
          }
        }
      }
      for (int place = 0; place < run.roster().size(); place++) {
        Enrolment life = enrolments.of(place);
        for (ForumPlan.Action action : forum.of(place)) {
          assertThat(action.moment()).isBetween(life.begins(), life.unenrolled());
          assertThat(created[action.thread()]).isPositive().isLessThanOrEqualTo(action.moment());
        }
      }
    }
    assertThat(threads).isGreaterThan(20);
  }
}
