package org.openedx.devdata.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.destination.Backends;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.World;
import org.openedx.devdata.xapi.FrameReader;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementMix;
import org.openedx.devdata.xapi.StatementType;
import org.openedx.devdata.xapi.model.MixModel;

/** What a run without a configuration makes: courses in every phase, and statements until today. */
class DefaultRunTest {

  private static final long DAY = 86_400_000_000L;

  private static World world(String seed) throws IOException {
    try (InputStream file = Generation.class.getResourceAsStream("default.yaml")) {
      byte[] bytes = (new String(file.readAllBytes()) + "\nseed: " + seed + "\n").getBytes();
      GenerationConfig config =
          Backends.reader("default.yaml", name -> null, Instant.parse("2026-03-01T12:00:00Z"))
              .read(bytes, Optional.empty());
      return World.of(config.world());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"20260101", "1", "2", "3", "-9"})
  void coursesAreInEveryPhaseAndStatementsEndToday(String seed) throws IOException {
    World world = world(seed);
    long today = LocalDate.parse("2026-03-01").toEpochDay();
    MixModel model = new MixModel(world, StatementMix.standard(), 100_000, 1_000);
    long newest = 0;
    Set<Long> activeThisWeek = new HashSet<>();
    Map<Integer, Set<StatementType>> ofRun = new HashMap<>();
    int registered = 0;
    FrameReader reader = model.reader();
    StatementData data = new StatementData();
    for (int frame = 0; frame < model.frames(); frame++) {
      reader.open(frame);
      while (reader.next(data)) {
        newest = Math.max(newest, data.micros);
        ofRun.computeIfAbsent(data.courseIndex, run -> new HashSet<>()).add(data.type);
        registered += data.type == StatementType.REGISTERED ? 1 : 0;
        if (data.micros >= (today - 7) * DAY) {
          activeThisWeek.add(data.accountLow);
        }
      }
    }

    assertThat(newest).isBetween((today - 1) * DAY, today * DAY);
    assertThat(activeThisWeek).hasSizeGreaterThan(10);
    assertThat(registered).isGreaterThanOrEqualTo((int) world.enrolments());
    assertThat(world.runs()).anyMatch(run -> run.endDay() < today);
    assertThat(world.runs()).anyMatch(run -> run.startDay() < today && run.endDay() > today);
    assertThat(world.runs()).anyMatch(run -> run.startDay() > today);
    for (CourseRun run : world.runs()) {
      if (run.isToCome(world.spec())) {
        assertThat(ofRun.get(run.index()))
            .isSubsetOf(StatementType.REGISTERED, StatementType.UNREGISTERED)
            .isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "3"})
  void worldsOfDifferentSeedsShareNoUser(String seed) throws IOException {
    World one = world("20260101");
    World other = world(seed);
    Set<Integer> ids = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (int learner = 0; learner < one.learners().count(); learner++) {
      ids.add(one.learners().userId(learner));
      names.add(one.learners().username(learner));
    }
    for (int learner = 0; learner < other.learners().count(); learner++) {
      assertThat(ids).doesNotContain(other.learners().userId(learner));
      assertThat(names).doesNotContain(other.learners().username(learner));
    }
  }
}
