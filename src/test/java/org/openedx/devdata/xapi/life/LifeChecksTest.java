package org.openedx.devdata.xapi.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openedx.devdata.xapi.life.Numbers.correlation;
import static org.openedx.devdata.xapi.life.Numbers.deviation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.life.habit.HabitReader;
import org.openedx.devdata.life.habit.Habits;
import org.openedx.devdata.life.person.Traits;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.CourseSize;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.WorldSpec;
import org.openedx.devdata.xapi.StatementType;
import org.openedx.devdata.xapi.life.ObservedLives.Life;
import org.openedx.devdata.xapi.life.ObservedLives.Seen;

/**
 * The checks of learner-behaviour.md 11 by which real learners and made-up ones are told apart, on
 * generated worlds of each ready set. Targets, tolerances and sources stand there; where several
 * kinds of course have one range, so do the sets here. Causality and agreement (2, 3) are in {@link
 * LifeModelTest}.
 */
class LifeChecksTest {

  private static final double DAY = 86_400;
  private static final Map<String, LifeStatistics> SETS = new HashMap<>();
  private static final Map<String, LifeTimings> TIMINGS = new HashMap<>();
  private static final Map<String, LifeModel> MODELS = new HashMap<>();

  /** Learners of a set for {@code make bench}; fewer by default. */
  private static final Optional<Integer> LEARNERS =
      Optional.ofNullable(Integer.getInteger("devdata.checks.learners"));

  @BeforeAll
  static void simulate() {
    for (String set : HabitReader.SETS) {
      int runs = 3;
      int learners = LEARNERS.map(all -> all / runs).orElse(set.equals("open") ? 1_800 : 500);
      CourseSize size = new CourseSize("course", runs, learners, 90, 60, 12, 36, 120, 40);
      World world =
          World.of(
              new WorldSpec(
                  11,
                  "http://lms",
                  20_250,
                  20_500,
                  90,
                  2,
                  Math.max(6_000, learners),
                  1,
                  1,
                  List.of(size)));
      LifeModel model = new LifeModel(world, HabitReader.of(set, Optional.empty()).habits());
      MODELS.put(set, model);
      List<Life> lives = ObservedLives.of(model);
      SETS.put(set, new LifeStatistics(lives));
      TIMINGS.put(set, new LifeTimings(lives));
    }
  }

  /** A statistic of a set with the range that it must lie in. */
  private record Check(String name, String set, double value, double from, double to) {

    DynamicTest test() {
      return DynamicTest.dynamicTest(
          name + ", " + set, () -> assertThat(value).as(toString()).isBetween(from, to));
    }
  }

  @TestFactory
  List<DynamicTest> realLearnersAreLikeThis() {
    List<Check> checks = new ArrayList<>();
    checks.add(check("1 entered", "open", open().entered(), 0.50, 0.74));
    checks.add(check("1 entered", "campus", campus().entered(), 0.90, 1));
    checks.add(check("1 entered", "company", company().entered(), 0.90, 1));
    checks.add(check("1 passed", "open", open().passed(), 0.04, 0.06));
    checks.add(check("1 passed", "campus", campus().passed(), 0.60, 0.90));
    checks.add(check("1 passed", "company", company().passed(), 0.72, 1));
    LifeTimings times = TIMINGS.get("open");
    checks.add(check("4 enrolled about the start", "open", times.enrolled(-7, 7), 0.25, 0.40));
    checks.add(check("4 enrolled after the end", "open", times.enrolledAfterEnd(), 0.05, 0.20));
    checks.add(check("4 enrolled after the start", "campus", enrolledLate("campus"), 0, 0.05));
    checks.add(check("5 Weibull shape of stays", "open", times.weibullShape(), 0.4, 1));
    checks.add(check("5 early and late hazard", "open", hazards("open"), 1.5, 50));
    checks.add(check("6 Gini of statements", "open", open().gini(), 0.72, 0.88));
    checks.add(check("6 Gini of statements", "campus", campus().gini(), 0.24, 0.40));
    checks.add(check("6 Gini of statements", "company", company().gini(), 0.32, 0.48));
    checks.add(check("7 days of viewers", "open", open().medianDays(false), 2, 5));
    checks.add(check("7 days of who passed", "open", open().medianDays(true), 20, 60));
    checks.add(check("7 days of who passed", "campus", campus().medianDays(true), 15, 40));
    checks.add(check("17 first tries right", "open", firstTry("open"), 0.65, 0.80));
    checks.add(check("17 first tries right", "campus", firstTry("campus"), 0.65, 0.80));
    checks.add(check("18 attempts to success", "open", open().attemptsToSuccess(), 1.3, 2.2));
    checks.add(check("18 attempts to success", "campus", campus().attemptsToSuccess(), 1.3, 2.2));
    checks.add(check("20 grade and activity", "open", open().gradeAndActivity(), 0.6, 0.80));
    checks.add(check("20 grade and activity", "campus", campus().gradeAndActivity(), 0.5, 0.74));
    checks.add(check("20 viewers with grade 0", "open", open().gradeZero(), 0.6, 0.9));
    checks.add(check("13 last 24 hours", "open", rush("open")[0], 0.25, 0.45));
    checks.add(check("13 last 48 hours", "open", rush("open")[1], 0.45, 0.65));
    checks.add(check("13 late where it is refused", "open", rush("open")[2], 0, 0.05));
    checks.add(check("13 last 24 hours", "campus", rush("campus")[0], 0.25, 0.45));
    checks.add(check("13 late where it is taken", "campus", rush("campus")[2], 0.05, 0.25));
    checks.add(check("14 lateness persists", "open", rush("open")[3], 0.38, 0.62));
    checks.add(check("14 lateness persists", "campus", rush("campus")[3], 0.38, 0.62));
    checks.add(check("9 weekends", "open", week("open")[0], 0.19, 0.31));
    checks.add(check("9 weekends", "campus", week("campus")[0], 0.14, 0.26));
    checks.add(check("9 weekends", "company", week("company")[0], 0.01, 0.10));
    for (String set : HabitReader.SETS) {
      LifeStatistics one = SETS.get(set);
      LifeTimings timings = TIMINGS.get(set);
      checks.add(check("19 sd of times", set, deviation(timings.answerSeconds()), 0.7, 1.3));
      checks.add(check("19 answers within 3 s", set, timings.guesses(), 0.01, 0.06));
      checks.add(check("19 slow and passing", set, timings.slowAndPassing(), 0, 1));
      checks.add(check("8 night", set, week(set)[1], 0, 0.06));
      checks.add(check("8 busiest and quietest hour", set, week(set)[2], 8, 100));
      checks.add(check("8 local hours are less even than UTC", set, week(set)[3], 1e-4, 2));
      checks.add(check("10 sd of lengths", set, deviation(one.sessionLengths()), 0.9, 1.5));
      checks.add(check("10 sessions of one event", set, one.sessionsOfOneEvent(), 0.15, 0.35));
      checks.add(check("11 burstiness", set, one.burstiness(), 0.5, 0.85));
      checks.add(check("12 sd of gaps", set, deviation(one.sessionGaps()), 1.3, 2.5));
      checks.add(check("15 watched of 0-3 minutes", set, one.medianWatched(0, 180), 0.85, 1));
      checks.add(check("15 watched of 3-6", set, one.medianWatched(180, 360), 0.75, 0.95));
      checks.add(check("15 watched of 6-9", set, one.medianWatched(360, 540), 0.55, 0.75));
      checks.add(check("15 watched of 9-12", set, one.medianWatched(540, 720), 0.38, 0.58));
      checks.add(check("15 watched of more", set, one.medianWatched(720, 2_000), 0.2, 0.45));
      checks.add(check("16 plays", set, ratio(set, "PLAYED_VIDEO", "LOADED_VIDEO"), 1.38, 2.56));
      checks.add(check("16 pauses", set, ratio(set, "PAUSED_VIDEO", "PLAYED_VIDEO"), 0.45, 0.83));
      checks.add(
          check("16 seeks", set, ratio(set, "POSITION_CHANGED_VIDEO", "PLAYED_VIDEO"), 0.2, 0.7));
      checks.add(check("17 sd of difficulties", set, deviation(logits(set)), 0.9, 1.6));
      checks.add(check("17 item and rest", set, one.itemRest(), 0.20, 0.45));
      checks.add(check("18 top wrong answer", set, one.topWrongAnswer(), 0.40, 0.65));
    }
    return checks.stream().map(Check::test).toList();
  }

  private static Check check(String name, String set, double value, double from, double to) {
    return new Check(name, set, value, from, to);
  }

  private static double enrolledLate(String set) {
    return TIMINGS.get(set).enrolled(0, Double.MAX_VALUE);
  }

  private static double hazards(String set) {
    return TIMINGS.get(set).hazard(0, 2) / TIMINGS.get(set).hazard(4, 12);
  }

  private static LifeStatistics open() {
    return SETS.get("open");
  }

  private static LifeStatistics campus() {
    return SETS.get("campus");
  }

  private static LifeStatistics company() {
    return SETS.get("company");
  }

  private static double ratio(String set, String of, String to) {
    return SETS.get(set).ratio(StatementType.valueOf(of), StatementType.valueOf(to));
  }

  private static double firstTry(String set) {
    return Numbers.mean(List.copyOf(SETS.get(set).firstTry().values()));
  }

  private static List<Double> logits(String set) {
    return SETS.get(set).firstTry().values().stream()
        .map(share -> Math.max(0.005, Math.min(0.995, share)))
        .map(share -> Math.log(share / (1 - share)))
        .toList();
  }

  /** Sequentials of a run by the statement's name of each problem. */
  private static Map<Long, Integer> homes(CourseShape shape) {
    Map<Long, Integer> homes = new HashMap<>();
    for (int problem = 0; problem < shape.problems(0, shape.units()); problem++) {
      long key = shape.run().outline().blockKey(BlockType.PROBLEM, problem);
      homes.put(Draw.of(key, 1), shape.home(problem));
    }
    return homes;
  }

  /**
   * First submissions to graded subsections: shares in the last 24 and 48 hours before they are
   * due, of late ones, and the correlation of neighbours.
   */
  private static double[] rush(String set) {
    Habits habits = MODELS.get(set).lives().habits();
    Map<CourseRun, CourseShape> shapes = new HashMap<>();
    double[] counts = new double[4];
    List<Double> before = new ArrayList<>();
    List<Double> after = new ArrayList<>();
    for (Life life : SETS.get(set).active()) {
      CourseShape shape = shapes.computeIfAbsent(life.run(), run -> new CourseShape(run, habits));
      Map<Long, Integer> homes = homes(shape);
      Map<Integer, Double> first = new TreeMap<>();
      for (Seen seen : SETS.get(set).firstAnswers(life)) {
        int home = homes.get(seen.block());
        if (shape.assignment(home) != CourseShape.UNGRADED) {
          first.merge(home, shape.due(shape.chapterOf(home)) / 1e6 - seen.seconds(), Math::max);
        }
      }
      Double last = null;
      for (double left : first.values()) {
        counts[0] += left >= 0 && left < DAY ? 1 : 0;
        counts[1] += left >= 0 && left < 2 * DAY ? 1 : 0;
        counts[2] += left < 0 ? 1 : 0;
        counts[3]++;
        if (last != null) {
          before.add(Math.max(-20 * DAY, Math.min(20 * DAY, last)));
          after.add(Math.max(-20 * DAY, Math.min(20 * DAY, left)));
        }
        last = left;
      }
    }
    return new double[] {
      counts[0] / counts[3],
      counts[1] / counts[3],
      counts[2] / counts[3],
      correlation(before, after)
    };
  }

  /**
   * The learners' own hours and days: share of weekends, share of the hours from 1 to 5, busiest
   * hour over the quietest, entropy of hours in UTC less that in their own time.
   */
  private static double[] week(String set) {
    LifeModel model = MODELS.get(set);
    long[] own = new long[24];
    long[] utc = new long[24];
    double weekend = 0;
    double all = 0;
    for (Life life : SETS.get(set).active()) {
      Traits traits =
          Traits.of(
              model.world().learners().key(life.learner()),
              life.run().randomKey(),
              model.lives().habits());
      for (Seen seen : life.acts()) {
        long minutes = seen.micros() / 60_000_000 + traits.zone().minutes();
        own[(int) Math.floorMod(minutes / 60, 24L)]++;
        utc[(int) (seen.micros() / 3_600_000_000L % 24)]++;
        long weekday = Math.floorMod(Math.floorDiv(minutes, 1_440L) + 3, 7L);
        weekend += Math.floorMod(weekday - traits.zone().weekend(), 7L) < 2 ? 1 : 0;
        all++;
      }
    }
    long[] sorted = own.clone();
    java.util.Arrays.sort(sorted);
    return new double[] {
      weekend / all,
      (own[1] + own[2] + own[3] + own[4]) / all,
      (double) sorted[23] / Math.max(1, sorted[0]),
      entropy(utc) - entropy(own)
    };
  }

  private static double entropy(long[] counts) {
    double all = java.util.Arrays.stream(counts).sum();
    double entropy = 0;
    for (long count : counts) {
      entropy -= count == 0 ? 0 : count / all * Math.log(count / all);
    }
    return entropy;
  }
}
