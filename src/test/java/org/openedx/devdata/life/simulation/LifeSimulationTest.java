package org.openedx.devdata.life.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.life.course.GradingPolicy;
import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.life.event.MomentGrid;
import org.openedx.devdata.life.habit.HabitReader;
import org.openedx.devdata.life.plan.EnrolmentPlanner;
import org.openedx.devdata.life.plan.ForumPlan;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.World;
import org.openedx.devdata.xapi.model.Worlds;

/**
 * Lives graded once more from their answers alone, by the formulas of lms-learner-life.md 1.5
 * written out in another way.
 */
class LifeSimulationTest {

  private static final World WORLD = Worlds.small(9);
  private int grades;
  private int passes;

  @ParameterizedTest
  @ValueSource(strings = {"open", "campus", "company"})
  void gradesFollowFromTheAnswers(String set) {
    for (CourseRun run : WORLD.runs()) {
      CourseShape shape = new CourseShape(run, HabitReader.of(set, Optional.empty()).habits());
      ForumPlan forum = ForumPlan.of(shape, new EnrolmentPlanner(WORLD, shape));
      LifeSimulation simulation = new LifeSimulation(WORLD, shape, forum);
      LifeLog log = new LifeLog();
      for (int place = 0; place < run.roster().size(); place++) {
        log.open(Long.MIN_VALUE, Long.MAX_VALUE);
        simulation.simulate(place, log);
        log.arrange(MomentGrid.of(WORLD, run.index()));
        judge(shape, log);
      }
    }
    assertThat(grades).isGreaterThan(1_000);
    assertThat(passes).isPositive();
  }

  private void judge(CourseShape shape, LifeLog log) {
    Map<Integer, Integer> points = new HashMap<>();
    Map<Integer, Integer> positions = new HashMap<>();
    boolean passed = false;
    for (int i = 0; i < log.count(); i++) {
      int block = log.block(i);
      switch (log.type(i)) {
        case ANSWER_MARKED -> {
          assertThat(log.second(i)).isBetween(0, shape.problem(block).points());
          boolean right = log.packed(i) == 0;
          assertThat(log.second(i) == shape.problem(block).points()).isEqualTo(right);
          points.put(block, log.second(i));
        }
        case SUBSECTION_GRADED -> assertThat(log.first(i)).isEqualTo(sum(shape, points, block));
        case COURSE_GRADED -> {
          assertThat(log.first(i)).isEqualTo(percent(shape, points));
          grades++;
        }
        case PASSED_FIRST_TIME -> {
          assertThat(passed).isFalse();
          assertThat(percent(shape, points)).isGreaterThanOrEqualTo(50);
          passed = true;
          passes++;
        }
        case NOW_FAILED -> assertThat(passed).isFalse();
        case PLAYED -> {
          // Playing goes on where it stopped, or where a jump or a new player begins.
          int from = positions.getOrDefault(block, 0);
          assertThat(log.first(i)).isIn(0, from);
        }
        case PAUSED, STOPPED -> {
          assertThat(log.first(i)).isBetween(0, shape.length(block));
          positions.put(block, log.first(i));
        }
        case SEEKED -> positions.put(block, log.second(i));
        default -> assertThat(log.micros(i)).isPositive();
      }
    }
    boolean reached = points.isEmpty() || percent(shape, points) < 50 || passed;
    assertThat(reached).as("who reaches the cut-off passes").isTrue();
  }

  private static int sum(CourseShape shape, Map<Integer, Integer> points, int sequential) {
    return points.entrySet().stream()
        .filter(one -> shape.home(one.getKey()) == sequential)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private static int percent(CourseShape shape, Map<Integer, Integer> points) {
    Map<Integer, TreeMap<Double, Integer>> grades = new HashMap<>();
    for (int problem = 0; problem < shape.run().outline().count(BlockType.PROBLEM); problem++) {
      int home = shape.home(problem);
      boolean first =
          problem == 0 || shape.home(problem - 1) != home; // Problems stand in order of the tree.
      if (first && shape.assignment(home) != CourseShape.UNGRADED) {
        double grade =
            new java.math.BigDecimal(sum(shape, points, home))
                .divide(
                    new java.math.BigDecimal((int) shape.possible(home)),
                    4,
                    java.math.RoundingMode.HALF_EVEN)
                .doubleValue();
        grades
            .computeIfAbsent(shape.assignment(home), any -> new TreeMap<>())
            .merge(grade, 1, Integer::sum);
      }
    }
    double sum = 0;
    for (int type = 0; type < shape.policy().types().size(); type++) {
      GradingPolicy.AssignmentType assignment = shape.policy().types().get(type);
      TreeMap<Double, Integer> ofType = grades.getOrDefault(type, new TreeMap<>());
      int count = ofType.values().stream().mapToInt(Integer::intValue).sum();
      double all =
          ofType.entrySet().stream().mapToDouble(one -> one.getKey() * one.getValue()).sum();
      double dropped = assignment.drops() > 0 && count > 0 ? ofType.firstKey() : 0;
      sum +=
          count <= assignment.drops()
              ? 0
              : assignment.weight() * (all - dropped) / (count - assignment.drops());
    }
    return (int) Math.floor(sum * 100 + 0.55);
  }
}
