package org.openedx.devdata.world.named;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.CourseFacts;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.Outline;
import org.openedx.devdata.world.Profile;
import org.openedx.devdata.world.World;

/** Ids and days of a named population: functions of seed and names, not of neighbours. */
class NamedWorldTest {

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

  private static Population.Learner learner(String name) {
    return new Population.Learner(
        name,
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        new Profile(name, name + "@example.com", "", "", "", "", "", "", "", "", "", "", "", ""));
  }

  private static NamedBlock block(BlockType type, String title, NamedBlock... children) {
    return new NamedBlock(type, title, Optional.empty(), false, List.of(), List.of(children));
  }

  private static Population.NamedCourse course(String key, List<NamedBlock> chapters) {
    return new Population.NamedCourse(CourseKey.parse(key), "Title", NO_FACTS, chapters, 2);
  }

  private static Population.Enrolment enrolment(String name, String course, long day) {
    return new Population.Enrolment(
        name, course, day * MICROS_PER_DAY, "audit", true, OptionalInt.empty());
  }

  private static World world(long seed, Population population) {
    return new NamedWorld(seed, "http://lms", START, START + 100, NamedWorld.Days.VISITED)
        .of(population);
  }

  private static Population of(List<Population.NamedCourse> courses, String... names) {
    return new Population(
        java.util.Arrays.stream(names).map(NamedWorldTest::learner).toList(),
        courses,
        List.of(),
        List.of());
  }

  private static TreeMap<String, List<Long>> accounts(World world) {
    TreeMap<String, List<Long>> accounts = new TreeMap<>();
    for (int n = 0; n < world.learners().count(); n++) {
      accounts.put(
          world.learners().username(n),
          List.of(
              world.learners().accountHigh(n),
              world.learners().accountLow(n),
              (long) world.learners().userId(n)));
    }
    return accounts;
  }

  @Test
  void aLearnerStaysTheSameWhoeverElseThereIs() {
    TreeMap<String, List<Long>> few = accounts(world(1, of(List.of(), "jane", "joe")));
    TreeMap<String, List<Long>> many = accounts(world(1, of(List.of(), "ann", "joe", "jane")));
    TreeMap<String, List<Long>> other = accounts(world(2, of(List.of(), "jane", "joe")));

    assertThat(many).containsAllEntriesOf(few);
    assertThat(other.get("jane")).isNotEqualTo(few.get("jane"));
    assertThat(few.get("jane")).isNotEqualTo(few.get("joe"));
  }

  private static List<String> ids(World world) {
    List<String> ids = new ArrayList<>();
    Outline outline = world.runs().get(0).outline();
    outline.walk((type, index, graded) -> ids.add(outline.id(type, index)));
    return ids;
  }

  @Test
  void aBlockKeepsItsIdWhenOthersComeAndTwinsDiffer() {
    String key = "course-v1:Org+Course+Run";
    NamedBlock first =
        block(
            BlockType.CHAPTER,
            "One",
            block(BlockType.SEQUENTIAL, "Same"),
            block(BlockType.SEQUENTIAL, "Same"));
    NamedBlock second = block(BlockType.CHAPTER, "Two", block(BlockType.SEQUENTIAL, "Same"));
    List<String> before = ids(world(1, of(List.of(course(key, List.of(first))))));
    List<String> after = ids(world(1, of(List.of(course(key, List.of(second, first))))));

    assertThat(before).hasSize(3).doesNotHaveDuplicates();
    assertThat(after).hasSize(5).doesNotHaveDuplicates().containsAll(before);
  }

  @Test
  void aRunIsVisitedFromTheDayAfterItsFirstEnrolment() {
    String early = "course-v1:Org+Early+Run";
    String late = "course-v1:Org+Late+Run";
    String never = "course-v1:Org+Never+Run";
    World world =
        world(
            1,
            new Population(
                List.of(learner("jane")),
                List.of(
                    course(early, List.of()), course(late, List.of()), course(never, List.of())),
                List.of(enrolment("jane", early, START - 400), enrolment("jane", late, START + 40)),
                List.of()));
    List<CourseRun> runs = world.runs();

    assertThat(runs)
        .extracting(CourseRun::startDay)
        .containsExactly(START, START + 41, START + 100);
    assertThat(runs).extracting(CourseRun::endDay).containsOnly(START + 100);
    assertThat(runs).extracting(run -> run.roster().size()).containsExactly(1, 1, 0);
    assertThat(world.enrolments()).isEqualTo(2);
  }
}
