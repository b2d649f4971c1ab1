package org.openedx.devdata.xapi.model;

import java.util.List;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.Rhythm;
import org.openedx.devdata.xapi.model.calendar.Activity;
import org.openedx.devdata.xapi.model.calendar.CalendarEnrolments;
import org.openedx.devdata.xapi.model.calendar.Intensity;
import org.openedx.devdata.xapi.model.calendar.RunCalendar;

/**
 * The visits in which problems are answered. Each pair of a learner and a stretch of a run's
 * problems has exactly one place in the stream: stretches follow each other over the life of a run,
 * and learners in a shuffled order within the time of a stretch. So all answers of a learner to a
 * problem lie in one visit, and can be numbered and ended there without a look at any other.
 * Immutable.
 */
final class Sittings {

  /** Problems of a stretch, where there are enough for the answers. */
  private static final int LONGEST_STRETCH = 3;

  /** Learners to choose from for each sitting, where there are enough: some are more active. */
  private static final int MAX_CHOICES = 8;

  private static final int FEWEST_CHOICES = 3;

  /** About so many of the pairs are of learners who are enrolled by then. */
  private static final double ENROLLED = 0.8;

  /** Answers, and the clicks that send them, are to be this part of a sitting's statements. */
  private static final double COMMON_PART = 0.55;

  /** From this part on sittings are made longer. */
  private static final double LARGEST_PART = 0.75;

  private static final int ORDERS = 32;

  private final List<CourseRun> runs;
  private final List<RunCalendar> calendars;
  private final Intensity intensity;
  private final double part;
  private final double share;
  private final int[] stretches;
  private final int[] choices;

  /**
   * @param part the part of the statements of visits that are answers or send them, 0 to 1
   * @param statements how many statements all visits have
   */
  Sittings(
      List<CourseRun> runs,
      List<RunCalendar> calendars,
      Intensity intensity,
      double part,
      long statements) {
    this.runs = runs;
    this.calendars = calendars;
    this.intensity = intensity;
    this.part = part;
    this.share = Math.min(1, part / COMMON_PART);
    this.stretches = new int[runs.size()];
    this.choices = new int[runs.size()];
    double visits = statements / VisitLengths.MEAN;
    for (int run = 0; run < stretches.length; run++) {
      double wanted = Math.max(1, share * visits * intensity.partOf(run));
      double pairs = ENROLLED * runs.get(run).roster().size() * problems(run);
      stretches[run] = between(1, pairs / wanted / FEWEST_CHOICES, LONGEST_STRETCH);
      choices[run] = between(1, pairs / stretches[run] / wanted, MAX_CHOICES);
    }
  }

  private static int between(int minimum, double value, int maximum) {
    return (int) Math.max(minimum, Math.min(value, maximum));
  }

  private int problems(int run) {
    return runs.get(run).outline().count(BlockType.PROBLEM);
  }

  /** The part of visits that are to be sittings, 0 to 1. */
  double share() {
    return share;
  }

  /** Number of statements that the sittings among so many must have, to hold all answers. */
  long room(long statements) {
    return (long) Math.ceil(statements * Math.min(1, part / LARGEST_PART));
  }

  /** The first problem of a stretch. */
  int first(int run, int stretch) {
    return stretch * stretches[run];
  }

  /** The problem after the last of a stretch. */
  int end(int run, int stretch) {
    return Math.min(problems(run), first(run, stretch + 1));
  }

  private int rounds(int run) {
    return (problems(run) + stretches[run] - 1) / stretches[run];
  }

  /**
   * A cursor over the pairs of a run between two places on the grid of the intensity.
   *
   * @param to the place at which the next cursor begins
   */
  Cursor cursor(int run, double from, double to) {
    double rounds = rounds(run);
    return new Cursor(
        run, rounds * intensity.partOf(run, from), rounds * intensity.partOf(run, to));
  }

  /** Goes through pairs, once. Mutable, not thread-safe. */
  final class Cursor {

    private final int run;
    private final RunCalendar calendar;
    private final double to;
    private double from;
    private int round;
    private int learners;
    private int step;
    private int place;
    private int left;
    private int stretch;

    private Cursor(int run, double from, double to) {
      this.run = run;
      this.calendar = calendars.get(run);
      this.from = from;
      this.to = to;
    }

    /** The stretch of the pair that {@link #learner} found. */
    int stretch() {
      return stretch;
    }

    /**
     * Finds the place of a learner who can be at a stretch of problems; -1 when no pair is left.
     * Some pairs are passed over, so that active learners have more sittings.
     *
     * @param key chooses
     * @param enrolled how many are enrolled by then
     * @param start when the sitting begins, microseconds since 1970
     * @param until when it ends
     */
    int learner(long key, int enrolled, long start, long until) {
      double life = calendar.life(start);
      int found = -1;
      for (int tried = 0; tried < choices[run] && advance(); ) {
        if (place < enrolled) {
          long person = CalendarEnrolments.person(runs.get(run), place);
          boolean active = Draw.unit(Draw.of(key, 64 + tried++)) < Activity.at(person, life);
          if ((active || found < 0) && !calendar.away(place, start, until)) {
            found = place;
            stretch = round;
            if (active) {
              break;
            }
          }
        }
      }
      return found;
    }

    /** Goes to the next pair; false when there is none. */
    private boolean advance() {
      while (left == 0) {
        if (from >= to) {
          return false;
        }
        begin();
      }
      left--;
      place += step;
      place -= place < learners ? 0 : learners;
      return true;
    }

    /**
     * Begins a round, in which every learner has a turn: they come in steps over the roster, of a
     * length that leaves none out.
     */
    private void begin() {
      round = (int) from;
      double next = Math.min(round + 1.0, to);
      learners = enrolledBy(round + 1.0);
      long key = Draw.of(Draw.of(runs.get(run).randomKey(), ORDERS), round);
      step = 1 + Draw.below(Draw.of(key, 0), learners);
      while (gcd(step, learners) > 1) {
        step = step % learners + 1;
      }
      int turn = (int) Math.ceil((from - round) * learners);
      left = (int) Math.ceil((next - round) * learners) - turn;
      place = (int) ((Draw.below(Draw.of(key, 1), learners) + (long) turn * step) % learners);
      from = next;
    }

    private static int gcd(int one, int other) {
      return other == 0 ? one : gcd(other, one % other);
    }

    private int enrolledBy(double rounds) {
      double place = intensity.placeOf(run, rounds / rounds(run));
      return Math.max(1, calendar.enrolledBefore(Rhythm.toClock(intensity.effort(place))));
    }
  }
}
