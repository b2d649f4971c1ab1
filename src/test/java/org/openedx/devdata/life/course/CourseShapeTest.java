package org.openedx.devdata.life.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.life.habit.HabitReader;
import org.openedx.devdata.life.habit.Habits;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.xapi.model.Worlds;

class CourseShapeTest {

  private static final Habits OPEN = HabitReader.of("open", Optional.empty()).habits();

  /** Vectors of lms-learner-life.md 1.5. */
  @ParameterizedTest
  @CsvSource({"0.4944, 49", "0.4945, 50", "0.66666, 67", "0.9945, 100", "0, 0", "1, 100"})
  void percentIsRoundedAsThePlatformDoes(double sum, int percent) {
    assertThat(GradingPolicy.percent(sum)).isEqualTo(percent);
  }

  @Test
  void subsectionsAreRoundedToFourDecimalsHalfToEven() {
    assertThat(GradingPolicy.subsection(1, 3)).isEqualTo(0.3333);
    assertThat(GradingPolicy.subsection(1, 32)).isEqualTo(0.0312);
    assertThat(GradingPolicy.subsection(3, 32)).isEqualTo(0.0938);
    assertThat(GradingPolicy.subsection(5, 0)).isZero();
  }

  @Test
  void weightsOfEveryPolicyAddUpToOne() {
    for (int graded = 0; graded < 20; graded++) {
      GradingPolicy policy = GradingPolicy.of(graded);
      assertThat(policy.types().stream().mapToDouble(GradingPolicy.AssignmentType::weight).sum())
          .isBetween(0.999999, 1.000001);
      for (int i = 0; i < graded; i++) {
        assertThat(GradingPolicy.typeOf(i, graded)).isBetween(0, policy.types().size() - 1);
      }
    }
  }

  @Test
  void everyBlockHasOnePlaceInTheTree() {
    for (CourseRun run : Worlds.small(3).runs()) {
      CourseShape shape = new CourseShape(run, OPEN);
      assertThat(shape.units()).isEqualTo(run.outline().count(BlockType.VERTICAL));
      assertThat(shape.firstUnitOfChapter(shape.chapters())).isEqualTo(shape.units());
      assertThat(shape.firstUnit(shape.sequentials())).isEqualTo(shape.units());
      int problems = 0;
      long millis = 0;
      for (int unit = 0; unit < shape.units(); unit++) {
        int sequential = shape.sequentialOf(unit);
        assertThat(unit)
            .isBetween(shape.firstUnit(sequential), shape.firstUnit(sequential + 1) - 1);
        int chapter = shape.chapterOf(sequential);
        assertThat(sequential)
            .isBetween(shape.firstSequential(chapter), shape.firstSequential(chapter + 1) - 1);
        for (int item = shape.firstItem(unit); item < shape.firstItem(unit + 1); item++) {
          if (shape.type(item) == BlockType.PROBLEM) {
            assertThat(shape.home(shape.block(item))).isEqualTo(sequential);
            problems++;
          } else {
            millis += shape.length(shape.block(item));
          }
        }
      }
      assertThat(problems).isEqualTo(run.outline().count(BlockType.PROBLEM));
      assertThat(shape.videoMillis(0, shape.units())).isEqualTo(millis);
    }
  }

  @Test
  void chaptersAreReleasedInOrderAndDueWithinTheRun() {
    for (CourseRun run : Worlds.small(3).runs()) {
      CourseShape shape = new CourseShape(run, OPEN);
      for (int chapter = 0; chapter < shape.chapters(); chapter++) {
        assertThat(shape.released(chapter)).isBetween(shape.start(), shape.end() - 1);
        assertThat(shape.due(chapter)).isBetween(shape.released(chapter) + 1, shape.end());
      }
    }
  }
}
