package org.openedx.devdata.world.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.Outline;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.WorldSpec;

/** Worlds whose courses are drawn from templates. */
class TemplatedWorldTest {

  private static final CourseTemplate TEMPLATE =
      new CourseTemplate(
          "wide",
          new Span(2, 4),
          new Span(1, 3),
          new Span(1, 5),
          List.of(0.5, 0.3, 0.2),
          List.of(0.4, 0.6),
          0.25,
          new Span(30, 90));

  private static World world(long seed, double running) {
    WorldSpec spec = new WorldSpec(seed, "http://lms", 20_000, 20_200, 90, 3, 50, 1, 1, List.of());
    TemplatedCourses.Lot lot =
        new TemplatedCourses.Lot(TEMPLATE, 300, new Span(1, 3), new Span(10, 80));
    return new TemplatedWorld(
            spec, new TemplatedCourses(List.of(lot), running, "Uni", OptionalInt.of(7)))
        .make();
  }

  @Test
  void runsAreWithinTheirTemplateAndTheirWindow() {
    World world = world(1, 0.4);
    assertThat(world.courses()).hasSize(300);
    assertThat(world.runs().size()).isBetween(500, 700);
    assertThat(world.runs()).extracting(CourseRun::key).doesNotHaveDuplicates();
    assertThat(world.learners().username(0)).isEqualTo("actor_7");
    Set<Integer> sizes = new HashSet<>();
    for (CourseRun run : world.runs()) {
      assertThat(run.course().org()).matches("Uni[0-2]");
      assertThat(run.endDay() - run.startDay()).isEqualTo(90);
      assertThat(run.startDay()).isBetween(20_000L, 20_110L);
      assertThat(run.roster().size()).isBetween(10, 50);
      assertThat(run.outline().count(BlockType.CHAPTER)).isBetween(2, 4);
      sizes.add(run.outline().count(BlockType.VERTICAL));
    }
    assertThat(sizes).hasSizeGreaterThan(15);
    double running = world.runs().stream().filter(run -> run.endDay() == 20_200).count();
    assertThat(running / world.runs().size()).isCloseTo(0.4, within(0.07));
    assertThat(world(1, 1).runs()).allMatch(run -> run.endDay() == 20_200);
  }

  @Test
  void anotherSeedGivesAnotherWorldAndTheSameGivesTheSame() {
    assertThat(keys(world(1, 0.5))).isEqualTo(keys(world(1, 0.5)));
    assertThat(keys(world(2, 0.5))).doesNotContainAnyElementsOf(keys(world(1, 0.5)));
  }

  private static List<String> keys(World world) {
    return world.runs().stream().map(run -> run.usageKey(BlockType.VERTICAL, 0)).toList();
  }

  @Test
  void unitsHaveAsManyProblemsAndVideosAsTheirWeightsSay() {
    Map<BlockType, Integer> counts = new EnumMap<>(BlockType.class);
    int graded = 0;
    for (CourseRun run : world(3, 0.5).runs()) {
      for (BlockType type : BlockType.values()) {
        counts.merge(type, run.outline().count(type), Integer::sum);
      }
      int[] found = {0};
      run.outline()
          .walk(
              (type, index, isGraded) ->
                  found[0] += type == BlockType.SEQUENTIAL && isGraded ? 1 : 0);
      graded += found[0];
      for (int video = 0; video < run.outline().count(BlockType.VIDEO); video++) {
        assertThat(run.outline().videoMillis(video)).isBetween(30_000, 90_000);
      }
    }
    double units = counts.get(BlockType.VERTICAL);
    assertThat(counts.get(BlockType.PROBLEM) / units).isCloseTo(0.7, within(0.03));
    assertThat(counts.get(BlockType.VIDEO) / units).isCloseTo(0.6, within(0.03));
    double sequentials = counts.get(BlockType.SEQUENTIAL);
    assertThat(units / sequentials).isCloseTo(3, within(0.1));
    assertThat(graded / sequentials).isCloseTo(0.25, within(0.03));
  }

  /** Numbers in titles are those of the walk, which counts itself. */
  @Test
  void titlesNumberTheWayToABlock() {
    Outline outline = world(5, 0.5).runs().get(1).outline();
    List<String> wrong = new ArrayList<>();
    int[] at = new int[4];
    outline.walk(
        (type, index, graded) -> {
          String number =
              switch (type) {
                case CHAPTER -> {
                  at[0]++;
                  at[1] = 0;
                  yield "Section " + at[0];
                }
                case SEQUENTIAL -> {
                  at[1]++;
                  at[2] = 0;
                  yield "Subsection " + at[0] + "." + at[1];
                }
                case VERTICAL -> {
                  at[2]++;
                  at[3] = 0;
                  yield "Unit " + at[0] + "." + at[1] + "." + at[2];
                }
                default -> "." + at[0] + "." + at[1] + "." + at[2] + ".";
              };
          String title = outline.title(type, index);
          boolean right =
              number.startsWith(".")
                  ? title.matches(type.title() + " " + number.substring(1) + "[1-9]")
                  : title.equals(number);
          if (!right) {
            wrong.add(title + ", not " + number);
          }
        });
    assertThat(wrong).isEmpty();
  }
}
