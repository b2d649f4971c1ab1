package org.openedx.devdata.xapi.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.bytes.Quoting;
import org.openedx.devdata.life.habit.AccidentRates;
import org.openedx.devdata.life.habit.HabitReader;
import org.openedx.devdata.life.habit.Habits;
import org.openedx.devdata.world.CourseSize;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.dump.Enrolments;
import org.openedx.devdata.xapi.FrameReader;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementRenderer;
import org.openedx.devdata.xapi.StatementSettings;
import org.openedx.devdata.xapi.StatementType;
import org.openedx.devdata.xapi.model.Contradictions;
import org.openedx.devdata.xapi.model.EveryStatement;
import org.openedx.devdata.xapi.model.Worlds;

/**
 * Streams of lives: whole from any slices, free of contradictions, in agreement with enrolments.
 */
class LifeModelTest {

  private static final StatementSettings SETTINGS =
      new StatementSettings("http://localhost:18000", "test");

  private record Pair(long account, int course) {}

  private static LifeModel model(String set, long seed) {
    World world = Worlds.small(seed);
    Habits habits = HabitReader.of(set, Optional.empty()).habits();
    boolean accidents = seed % 2 == 0;
    return new LifeModel(
        world, accidents ? habits.with(new AccidentRates(1, 2, 0.7, 2, 2, 1, 0)) : habits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "campus", "company"})
  void aStreamDoesNotContradictItself(String set) {
    for (long seed = 1; seed <= 3; seed++) {
      Contradictions found = Contradictions.of(model(set, seed));
      assertThat(found.counts().values()).as("%s", found).containsOnly(0L);
      assertThat(found.answers).isPositive();
      assertThat(found.completions).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "campus", "company"})
  void framesAreTheSameInWhateverOrderTheyAreMade(String set) {
    LifeModel model = model(set, 4);
    List<List<String>> forward = frames(model, false);
    List<List<String>> backward = frames(model, true);
    assertThat(backward).isEqualTo(forward);
    assertThat(forward.stream().mapToLong(List::size).sum()).isEqualTo(model.statements());
  }

  private static List<List<String>> frames(LifeModel model, boolean backward) {
    List<List<String>> frames = new ArrayList<>();
    FrameReader reader = model.reader();
    StatementRenderer renderer = new StatementRenderer(SETTINGS);
    OutputBytes json = new OutputBytes(1 << 13);
    StatementData data = new StatementData();
    for (int i = 0; i < model.frames(); i++) {
      List<String> statements = new ArrayList<>();
      reader.open(backward ? model.frames() - 1 - i : i);
      while (reader.next(data)) {
        renderer.identify(data);
        json.clear();
        renderer.render(data, Quoting.PLAIN, json);
        statements.add(new String(json.array(), 0, json.length(), StandardCharsets.UTF_8));
      }
      frames.add(backward ? 0 : frames.size(), statements);
    }
    return frames;
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "campus", "company"})
  void idsDifferAndEachLearnersStatementsAreInOrderOfTime(String set) {
    LifeModel model = model(set, 5);
    StatementRenderer renderer = new StatementRenderer(SETTINGS);
    Set<String> ids = new HashSet<>();
    Map<Pair, Long> last = new HashMap<>();
    long[] early = {0};
    EveryStatement.of(
        model,
        (frame, data) -> {
          renderer.identify(data);
          assertThat(ids.add(data.idHigh + " " + data.idLow)).isTrue();
          Long before = last.put(new Pair(data.accountLow, data.courseIndex), data.micros);
          early[0] += before != null && before > data.micros ? 1 : 0;
        });
    assertThat(early[0]).isZero();
  }

  /** The calendar of one learner in one run, as statements report it. */
  private static final class Course {
    long enrolled = Long.MAX_VALUE;
    boolean gone;
    boolean passed;
    boolean graded;
    String mode;
    final List<String> wrong = new ArrayList<>();
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "campus", "company"})
  void causesComeBeforeEffects(String set) {
    LifeModel model = model(set, 6);
    Map<Pair, Course> courses = new HashMap<>();
    EveryStatement.of(
        model,
        (frame, data) -> {
          Course course =
              courses.computeIfAbsent(
                  new Pair(data.accountLow, data.courseIndex), any -> new Course());
          if (data.type == StatementType.REGISTERED) {
            course.enrolled = Math.min(course.enrolled, data.micros);
            course.gone = false;
            course.mode = data.text.value();
          } else if (data.micros < course.enrolled || course.gone) {
            course.wrong.add(data.type + " while not enrolled");
          }
          switch (data.type) {
            case UNREGISTERED -> course.gone = true;
            case COURSE_GRADE_CALCULATED -> {
              course.graded = true;
              if (data.text.value().equals("Pass") != data.raw >= 50) {
                course.wrong.add("grade and its class");
              }
            }
            case FIRST_TIME_PASSED -> {
              if (course.passed || !course.graded) {
                course.wrong.add("passed twice, or without a grade");
              }
              course.passed = true;
            }
            case NOW_FAILED -> {
              if (course.passed || !course.graded) {
                course.wrong.add("failed after passing, or without a grade");
              }
            }
            default -> {
              // Needs to be enrolled, no more.
            }
          }
        });
    assertThat(courses.values()).allSatisfy(course -> assertThat(course.wrong).isEmpty());
    assertThat(courses.values().stream().filter(course -> course.passed)).isNotEmpty();
    assertThat(courses).hasSize((int) Worlds.small(6).enrolments());
    agree(model, courses);
  }

  private static void agree(LifeModel model, Map<Pair, Course> courses) {
    World world = model.world();
    Enrolments enrolments = model.enrolments();
    world
        .runs()
        .forEach(
            run -> {
              for (int place = 0; place < run.roster().size(); place++) {
                long account = world.learners().accountLow(run.roster().learner(place));
                Course course = courses.get(new Pair(account, run.index()));
                assertThat(enrolments.enrolledAt(run.index(), place)).isEqualTo(course.enrolled);
                assertThat(enrolments.active(run.index(), place)).isEqualTo(!course.gone);
                assertThat(enrolments.mode(run.index(), place)).isEqualTo(course.mode);
              }
            });
  }

  @Test
  void ofManyLivesAboutAsManyStatementsAreExpectedAsAreMade() {
    World world =
        Worlds.of(3, 6_000, List.of(new CourseSize("wide", 2, 4_000, 30, 20, 6, 12, 40, 10)));
    LifeModel model = new LifeModel(world, HabitReader.of("open", Optional.empty()).habits());
    long[] made = {0};
    EveryStatement.of(model, (frame, data) -> made[0]++);
    assertThat(model.isCounted()).isFalse();
    assertThat((double) model.statements() / made[0]).isBetween(0.95, 1.05);
    assertThat(model(HabitReader.SETS.get(0), 3).isCounted()).isTrue();
  }
}
