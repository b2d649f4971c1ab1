package org.openedx.devdata.generate.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.life.event.EventType;
import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.life.simulation.LifeSimulation;
import org.openedx.devdata.life.stream.Lives;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.Rhythm;

/** What learners of {@code journeys} do, beside the probabilities that a configuration gives. */
class JourneysLivesTest {

  /** Findings over all lives of the lectures of a configuration. */
  private static final class Findings {
    int learners;
    int started;
    int ended;
    int runningLearners;
    int recent;
    int mostTries;
    int videos;
    int twice;
    int coursesOver;
    double subsections;
  }

  private static String courses(String more) {
    return PeerSamples.ours()
        .replaceAll("(?s)  behavior:.*", "  behavior: {" + more + "}\n")
        .replaceAll("(?m)^    - \\{template: seminar.*\n", "")
        .replace("count: 2, runs: [2, 2]", "count: 12, runs: [1, 1]");
  }

  private static Findings findings(String behavior) {
    GenerationConfig config = PeerSamples.read(courses(behavior));
    Lives lives = new Lives(config.population(), config.statements().habits().orElseThrow());
    Findings all = new Findings();
    long end = config.world().endDay() * Rhythm.DAY;
    for (CourseRun run : lives.world().runs()) {
      LifeSimulation simulation = lives.simulation(run.index());
      LifeLog log = new LifeLog();
      for (int place = 0; place < run.roster().size(); place++) {
        simulation.whole(place, log);
        add(all, simulation.shape(), log, end);
      }
    }
    return all;
  }

  private static void add(Findings all, CourseShape shape, LifeLog log, long end) {
    Set<Integer> subsections = new HashSet<>();
    Map<Integer, Integer> opened = new HashMap<>();
    long last = 0;
    for (int i = 0; i < log.count(); i++) {
      EventType type = log.type(i);
      if (type == EventType.ENROLLED || type.isOfForum() || type.isOfWorker()) {
        continue;
      }
      last = log.micros(i);
      switch (type) {
        case NEXT, PREVIOUS, TAB -> subsections.add(log.block(i));
        case ANSWER_MARKED -> {
          all.mostTries = Math.max(all.mostTries, log.first(i));
          subsections.add(shape.home(log.block(i)));
        }
        case VIDEO_LOADED -> opened.merge(log.block(i), 1, Integer::sum);
        default -> {
          // Is part of one of these.
        }
      }
    }
    all.learners++;
    all.started += last > 0 ? 1 : 0;
    all.videos += opened.size();
    all.twice += (int) opened.values().stream().filter(count -> count > 1).count();
    boolean running = shape.end() >= end;
    all.runningLearners += running && last > 0 ? 1 : 0;
    all.recent += running && last > end - Rhythm.DAY / 2 ? 1 : 0;
    if (!running && last > 0) {
      all.coursesOver++;
      all.subsections += subsections.size();
      boolean toTheEnd = subsections.stream().anyMatch(one -> one >= shape.sequentials() - 2);
      all.ended += toTheEnd ? 1 : 0;
    }
  }

  private static final String ALL_DONE =
      "start_prob: 1, unit_skip_prob: 0, problem_attempt_prob: 1, recent_activity_fraction: 0, ";

  @Test
  void asManyStartAsTheProbabilityOfItSays() {
    Findings some = findings("start_prob: 0.6, recent_activity_fraction: 0");
    assertThat(some.started / (double) some.learners).isCloseTo(0.6, within(0.08));
  }

  @Test
  void completersGoOnAndOthersLeaveByTheSubsection() {
    Findings completers = findings(ALL_DONE + "completer_fraction: 1");
    assertThat(completers.ended / (double) completers.coursesOver).isGreaterThan(0.75);
    Findings leavers = findings(ALL_DONE + "completer_fraction: 0, continue_prob: 0.5");
    assertThat(leavers.ended / (double) leavers.coursesOver).isLessThan(0.08);
    assertThat(leavers.subsections / leavers.coursesOver).isBetween(1.0, 4.0);
    Findings stayers = findings(ALL_DONE + "completer_fraction: 0, continue_prob: 0.9");
    assertThat(stayers.subsections / stayers.coursesOver)
        .isGreaterThan(1.5 * leavers.subsections / leavers.coursesOver);
  }

  @Test
  void asManyComeLatelyAsTheirShareSays() {
    Findings some = findings("recent_activity_fraction: 0.5, completer_fraction: 0, start_prob: 1");
    assertThat(some.recent / (double) some.runningLearners).isBetween(0.4, 0.65);
    Findings none = findings("recent_activity_fraction: 0, completer_fraction: 0, start_prob: 1");
    assertThat(none.recent / (double) none.runningLearners).isLessThan(0.1);
  }

  @Test
  void problemsHaveAtMostTheAttemptsThatAreGivenAndVideosAreSeenAgain() {
    Findings twice = findings(ALL_DONE + "max_attempts: 2, second_session_prob: 0.5");
    assertThat(twice.mostTries).isEqualTo(2);
    Findings once = findings(ALL_DONE + "max_attempts: 6, second_session_prob: 0");
    assertThat(once.mostTries).isGreaterThan(2);
    double more = (double) twice.twice / twice.videos - (double) once.twice / once.videos;
    assertThat(more).isBetween(0.3, 0.6);
  }
}
