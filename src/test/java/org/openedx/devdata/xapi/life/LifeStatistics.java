package org.openedx.devdata.xapi.life;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openedx.devdata.xapi.StatementType;
import org.openedx.devdata.xapi.life.ObservedLives.Life;
import org.openedx.devdata.xapi.life.ObservedLives.Seen;

/** Statistics of observed lives, as learner-behaviour.md 11 defines them. */
final class LifeStatistics {

  private static final double SESSION_GAP = 1_800;

  private final List<Life> lives;
  private final List<Life> active;

  /** A session: seconds since 1970 of its first and last statement, and their number. */
  record Session(double from, double to, int events) {}

  LifeStatistics(List<Life> lives) {
    this.lives = lives;
    this.active = lives.stream().filter(life -> !life.acts().isEmpty()).toList();
  }

  List<Life> active() {
    return active;
  }

  double share(Predicate<Life> which) {
    return (double) lives.stream().filter(which).count() / lives.size();
  }

  double entered() {
    return (double) active.size() / lives.size();
  }

  double passed() {
    return share(life -> life.has(StatementType.FIRST_TIME_PASSED));
  }

  /** Inequality of the numbers of statements of those who are active. */
  double gini() {
    List<Integer> counts = active.stream().map(life -> life.acts().size()).sorted().toList();
    double sum = 0;
    double weighted = 0;
    for (int i = 0; i < counts.size(); i++) {
      sum += counts.get(i);
      weighted += (2.0 * (i + 1) - counts.size() - 1) * counts.get(i);
    }
    return weighted / (counts.size() * sum);
  }

  double medianDays(boolean passed) {
    return Numbers.median(
        active.stream()
            .filter(life -> life.has(StatementType.FIRST_TIME_PASSED) == passed)
            .map(
                life ->
                    (double)
                        life.acts().stream()
                            .map(seen -> Math.floorDiv(seen.micros(), 86_400_000_000L))
                            .distinct()
                            .count())
            .toList());
  }

  private static List<Session> sessions(Life life) {
    List<Session> sessions = new ArrayList<>();
    Session open = null;
    for (Seen seen : life.acts()) {
      double now = seen.seconds();
      if (open != null && now - open.to() <= SESSION_GAP) {
        open = new Session(open.from(), now, open.events() + 1);
      } else {
        if (open != null) {
          sessions.add(open);
        }
        open = new Session(now, now, 1);
      }
    }
    if (open != null) {
      sessions.add(open);
    }
    return sessions;
  }

  double sessionsOfOneEvent() {
    List<Session> all = active.stream().flatMap(life -> sessions(life).stream()).toList();
    return (double) all.stream().filter(one -> one.events() == 1).count() / all.size();
  }

  /** Logarithms of the lengths of sessions of several events, in minutes. */
  List<Double> sessionLengths() {
    return active.stream()
        .flatMap(life -> sessions(life).stream())
        .filter(one -> one.events() > 1)
        .map(one -> Math.log((one.to() - one.from()) / 60))
        .toList();
  }

  /** Logarithms of the times between sessions, in hours. */
  List<Double> sessionGaps() {
    List<Double> gaps = new ArrayList<>();
    for (Life life : active) {
      List<Session> sessions = sessions(life);
      for (int i = 1; i < sessions.size(); i++) {
        gaps.add(Math.log((sessions.get(i).from() - sessions.get(i - 1).to()) / 3_600));
      }
    }
    return gaps;
  }

  /** Median over learners of (sd - mean) / (sd + mean) of the gaps between their statements. */
  double burstiness() {
    List<Double> values = new ArrayList<>();
    for (Life life : active) {
      List<Seen> acts = life.acts();
      if (acts.size() > 30) {
        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < acts.size(); i++) {
          gaps.add(acts.get(i).seconds() - acts.get(i - 1).seconds());
        }
        values.add(
            (Numbers.deviation(gaps) - Numbers.mean(gaps))
                / (Numbers.deviation(gaps) + Numbers.mean(gaps)));
      }
    }
    return Numbers.median(values);
  }

  double ratio(StatementType of, StatementType to) {
    return (double) count(of) / count(to);
  }

  long count(StatementType type) {
    return lives.stream()
        .flatMap(life -> life.all().stream())
        .filter(seen -> seen.type() == type)
        .count();
  }

  /** Correlation of grade and logarithm of the number of statements. */
  double gradeAndActivity() {
    return Numbers.correlation(
        active.stream().map(life -> (double) life.grade()).toList(),
        active.stream().map(life -> Math.log(life.acts().size())).toList());
  }

  double gradeZero() {
    return (double) active.stream().filter(life -> life.grade() == 0).count() / active.size();
  }

  /** First answers by learner and problem. */
  List<Seen> firstAnswers(Life life) {
    return life.all().stream()
        .filter(seen -> ObservedLives.isAnswer(seen.type()) && seen.number() == 1)
        .toList();
  }

  /** Share of first answers that earn all points, by problem with thirty answers or more. */
  Map<Long, Double> firstTry() {
    Map<Long, List<Seen>> byProblem =
        active.stream()
            .flatMap(life -> firstAnswers(life).stream())
            .collect(Collectors.groupingBy(Seen::block));
    Map<Long, Double> shares = new HashMap<>();
    byProblem.forEach(
        (problem, all) -> {
          if (all.size() >= 30) {
            shares.put(
                problem,
                (double) all.stream().filter(one -> one.raw() == one.max()).count() / all.size());
          }
        });
    return shares;
  }

  /**
   * Median over problems of the correlation of an item with the rest of the learner's first tries.
   */
  double itemRest() {
    Map<Long, List<double[]>> pairs = new HashMap<>();
    for (Life life : active) {
      List<Seen> first = firstAnswers(life);
      double right = first.stream().filter(one -> one.raw() == one.max()).count();
      if (first.size() >= 10) {
        for (Seen one : first) {
          double own = one.raw() == one.max() ? 1 : 0;
          pairs
              .computeIfAbsent(one.block(), any -> new ArrayList<>())
              .add(new double[] {own, (right - own) / (first.size() - 1)});
        }
      }
    }
    return Numbers.median(
        pairs.values().stream()
            .filter(list -> list.size() >= 30)
            .map(
                list ->
                    Numbers.correlation(
                        list.stream().map(pair -> pair[0]).toList(),
                        list.stream().map(pair -> pair[1]).toList()))
            .filter(r -> !Double.isNaN(r))
            .toList());
  }

  /** Mean number of attempts of those who got it right in the end. */
  double attemptsToSuccess() {
    return Numbers.mean(
        active.stream()
            .flatMap(life -> life.all().stream())
            .filter(seen -> ObservedLives.isAnswer(seen.type()) && seen.raw() == seen.max())
            .map(seen -> (double) seen.number())
            .toList());
  }

  /**
   * Share of the most frequent wrong answer among the wrong ones to questions with three or more.
   */
  double topWrongAnswer() {
    Map<Long, Map<String, Long>> wrong = new HashMap<>();
    active.stream()
        .flatMap(life -> life.all().stream())
        .filter(seen -> seen.type() == StatementType.SERVER_PROBLEM_CHECK && !seen.success())
        .forEach(
            seen ->
                wrong
                    .computeIfAbsent(seen.block(), any -> new HashMap<>())
                    .merge(seen.response(), 1L, Long::sum));
    return Numbers.median(
        wrong.values().stream()
            .filter(counts -> counts.size() >= 3)
            .map(
                counts ->
                    (double) Collections.max(counts.values())
                        / counts.values().stream().mapToLong(Long::longValue).sum())
            .toList());
  }

  /** Share of each play of a video that was watched, for videos of some lengths in seconds. */
  double medianWatched(int from, int to) {
    List<Double> shares = new ArrayList<>();
    for (Life life : active) {
      double watched = 0;
      int playedFrom = -1;
      Seen last = null;
      for (Seen seen : life.all()) {
        if (seen.type() == StatementType.LOADED_VIDEO) {
          if (last != null && last.length() >= from * 1_000 && last.length() < to * 1_000) {
            shares.add(Math.min(1, watched / last.length()));
          }
          watched = 0;
          playedFrom = -1;
          last = seen;
        } else if (seen.type() == StatementType.PLAYED_VIDEO) {
          playedFrom = seen.position();
        } else if (playedFrom >= 0 && ENDS.contains(seen.type())) {
          watched += seen.position() - playedFrom;
          playedFrom = -1;
        }
      }
    }
    return Numbers.median(shares);
  }

  private static final Set<StatementType> ENDS =
      Set.of(
          StatementType.PAUSED_VIDEO,
          StatementType.STOPPED_VIDEO,
          StatementType.POSITION_CHANGED_VIDEO);
}
