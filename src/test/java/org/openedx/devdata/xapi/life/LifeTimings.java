package org.openedx.devdata.xapi.life;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.openedx.devdata.xapi.StatementType;
import org.openedx.devdata.xapi.life.ObservedLives.Life;
import org.openedx.devdata.xapi.life.ObservedLives.Seen;

/** Statistics of when learners enrol, leave and answer, as learner-behaviour.md 11 defines them. */
final class LifeTimings {

  private static final double DAY = 86_400;
  private static final double WEEK = 7 * DAY;
  private static final double PAUSE = 1_800;

  private final List<Life> lives;
  private final List<Stay> stays;

  /** Time from a learner's first act to the last, and whether nothing ended it but the learner. */
  private record Stay(double seconds, boolean left) {}

  LifeTimings(List<Life> lives) {
    this.lives = lives;
    this.stays =
        lives.stream().filter(life -> !life.acts().isEmpty()).map(LifeTimings::stay).toList();
  }

  private static Stay stay(Life life) {
    List<Seen> acts = life.acts();
    double last = acts.get(acts.size() - 1).seconds();
    boolean ended =
        life.has(StatementType.FIRST_TIME_PASSED) || last > life.run().endDay() * DAY - WEEK;
    return new Stay(last - acts.get(0).seconds() + DAY / 2, !ended);
  }

  /** Share of the enrolments from a day before or after the start of the run to another. */
  double enrolled(double fromDays, double toDays) {
    return enrolled(life -> life.run().startDay() * DAY, fromDays, toDays);
  }

  /** Share of the enrolments after the end of the run. */
  double enrolledAfterEnd() {
    return enrolled(life -> life.run().endDay() * DAY, 0, Double.MAX_VALUE);
  }

  private double enrolled(ToDoubleFunction<Life> origin, double fromDays, double toDays) {
    long within =
        lives.stream()
            .filter(
                life -> {
                  double days = (life.all().get(0).seconds() - origin.applyAsDouble(life)) / DAY;
                  return days >= fromDays && days < toDays;
                })
            .count();
    return (double) within / lives.size();
  }

  /** The shape of the Weibull distribution that stays are most likely to be of. */
  double weibullShape() {
    double logs = 0;
    int left = 0;
    for (Stay stay : stays) {
      logs += stay.left() ? Math.log(stay.seconds() / DAY) : 0;
      left += stay.left() ? 1 : 0;
    }
    double mean = logs / left;
    double low = 0.05;
    double high = 20;
    for (int step = 0; step < 60; step++) {
      double shape = (low + high) / 2;
      double powers = 0;
      double weighted = 0;
      for (Stay stay : stays) {
        double power = Math.pow(stay.seconds() / DAY, shape);
        powers += power;
        weighted += power * Math.log(stay.seconds() / DAY);
      }
      if (weighted / powers - 1 / shape - mean < 0) {
        low = shape;
      } else {
        high = shape;
      }
    }
    return low;
  }

  /** Mean share of those still there who leave in a week, over some weeks of stay. */
  double hazard(int fromWeek, int toWeek) {
    List<Double> hazards = new ArrayList<>();
    for (int week = fromWeek; week < toWeek; week++) {
      double from = week * WEEK;
      double to = from + WEEK;
      long there = stays.stream().filter(stay -> stay.seconds() >= from).count();
      long gone =
          stays.stream()
              .filter(stay -> stay.left() && stay.seconds() >= from && stay.seconds() < to)
              .count();
      if (there >= 30) {
        hazards.add((double) gone / there);
      }
    }
    return Numbers.mean(hazards);
  }

  /** Seconds from the last statement before each answer of a learner to the answer. */
  private static List<Double> answerTimes(Life life) {
    List<Double> times = new ArrayList<>();
    double before = Double.NEGATIVE_INFINITY;
    for (Seen seen : life.acts()) {
      if (ObservedLives.isAnswer(seen.type())) {
        double time = seen.seconds() - before;
        if (time < PAUSE) {
          times.add(time);
        }
      }
      // What the browser reports of an answer is a part of it.
      before = seen.type() == StatementType.BROWSER_PROBLEM_CHECK ? before : seen.seconds();
    }
    return times;
  }

  /** Logarithms of the seconds that answers took. */
  List<Double> answerSeconds() {
    return lives.stream()
        .flatMap(life -> answerTimes(life).stream())
        .map(time -> Math.log(Math.max(0.1, time)))
        .toList();
  }

  /** Share of the answers within three seconds. */
  double guesses() {
    List<Double> all = answerSeconds();
    return (double) all.stream().filter(time -> time < Math.log(3)).count() / all.size();
  }

  /** Correlation of a learner's mean logarithm of answer times with passing. */
  double slowAndPassing() {
    List<Double> means = new ArrayList<>();
    List<Double> passed = new ArrayList<>();
    for (Life life : lives) {
      List<Double> times = answerTimes(life);
      if (times.size() >= 5) {
        means.add(Numbers.mean(times.stream().map(time -> Math.log(Math.max(0.1, time))).toList()));
        passed.add(life.has(StatementType.FIRST_TIME_PASSED) ? 1.0 : 0.0);
      }
    }
    return Numbers.correlation(means, passed);
  }
}
