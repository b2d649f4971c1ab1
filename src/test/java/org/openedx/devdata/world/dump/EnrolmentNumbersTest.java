package org.openedx.devdata.world.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.world.CourseFacts;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.NumberedByName;
import org.openedx.devdata.world.Profile;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.named.NamedWorld;
import org.openedx.devdata.world.named.Population;

class EnrolmentNumbersTest {

  private static final int EACH = 320;
  private static final long START = 20_000;
  private static final long MICROS_PER_DAY = 86_400_000_000L;
  private static final CourseFacts NO_FACTS =
      new CourseFacts(
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          true,
          Optional.empty(),
          List.of());

  /** So many enrolments that some have the same number by their names alone. */
  private static World world() {
    List<Population.Enrolment> enrolments = new ArrayList<>();
    for (int course = 0; course < EACH; course++) {
      for (int learner = 0; learner < EACH; learner++) {
        enrolments.add(
            new Population.Enrolment(
                "u" + learner,
                key(course),
                START * MICROS_PER_DAY,
                "audit",
                true,
                OptionalInt.empty()));
      }
    }
    return new NamedWorld(1, "http://lms", START, START + 100, NamedWorld.Days.VISITED)
        .of(
            new Population(
                IntStream.range(0, EACH).mapToObj(EnrolmentNumbersTest::learner).toList(),
                IntStream.range(0, EACH).mapToObj(EnrolmentNumbersTest::course).toList(),
                enrolments,
                List.of()));
  }

  private static String key(int course) {
    return "course-v1:Org+C" + course + "+Run";
  }

  private static Population.Learner learner(int number) {
    return new Population.Learner(
        "u" + number,
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        new Profile("", "", "", "", "", "", "", "", "", "", "", "", "", ""));
  }

  private static Population.NamedCourse course(int number) {
    return new Population.NamedCourse(
        CourseKey.parse(key(number)), "Title", NO_FACTS, List.of(), 2);
  }

  @Test
  void noTwoEnrolmentsHaveOneNumber() {
    World world = world();
    EnrolmentNumbers numbers = new EnrolmentNumbers(world);
    List<Integer> all = new ArrayList<>();
    List<Integer> byNames = new ArrayList<>();
    for (CourseRun run : world.runs()) {
      for (int place = 0; place < run.roster().size(); place++) {
        all.add(numbers.of(run, place));
        long learner = world.learners().key(run.roster().learner(place));
        byNames.add(NumberedByName.of(run.randomKey() ^ learner));
      }
    }
    assertThat(all).hasSize(EACH * EACH);
    assertThat(all.stream().distinct().count()).isEqualTo(all.size());
    assertThat(byNames.stream().distinct().count()).isLessThan(all.size());
    long moved =
        IntStream.range(0, all.size()).filter(i -> !all.get(i).equals(byNames.get(i))).count();
    assertThat(moved).isLessThan(50);
  }
}
