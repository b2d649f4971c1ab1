package org.openedx.devdata.life.plan;

import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.life.habit.Habits;
import org.openedx.devdata.life.person.DayRhythm;
import org.openedx.devdata.life.plan.SessionPlan.Purpose;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.Powers;
import org.openedx.devdata.random.Quantile;
import org.openedx.devdata.world.Rhythm;

/**
 * Plans the sessions of a learner chapter by chapter: reading in bursts from the moment at which
 * the learner turns to a chapter, and assignments as long before they are due as is the learner's
 * way. Mutable, not thread-safe.
 */
public final class SessionPlanner {

  private static final long HOUR = Rhythm.DAY / 24;
  private static final long REVIEWED = 5 * Rhythm.DAY;
  private static final int MAXIMUM_SESSIONS = 12;
  private static final double SAME_EVENING = 0.38;
  private static final double NEXT_DAY = 0.3;
  private static final double GLANCES = 0.3;

  /** Share of the variance of lateness that is a learner's own; the rest is the chapter's. */
  private static final double PERSISTS = 0.56;

  private static final double OWN = StrictMath.sqrt(PERSISTS);
  private static final double PASSING = StrictMath.sqrt(1 - PERSISTS);

  private final CourseShape shape;
  private final Habits habits;
  private final SessionPlan plan = new SessionPlan();
  private Enrolment life;
  private DayRhythm rhythm;

  /** A chapter that is turned to later has no session that is asked for. */
  private long latest;

  /** The last planned moment so far. */
  private long cursor;

  public SessionPlanner(CourseShape shape) {
    this.shape = shape;
    this.habits = shape.habits();
  }

  /**
   * The sessions of a life, in order; the plan is used again by the next call.
   *
   * @param end moment from which on sessions are not asked for, microseconds since 1970; some may
   *     be there all the same
   */
  public SessionPlan of(Enrolment enrolment, long end) {
    life = enrolment;
    latest = end == Enrolment.NEVER ? end : end + REVIEWED;
    rhythm = new DayRhythm(life.traits(), habits);
    plan.clear();
    if (life.enters() && shape.units() > 0) {
      cursor = life.begins();
      boolean goesOn = true;
      for (int chapter = 0; chapter < shape.chapters() && goesOn; chapter++) {
        goesOn = chapter(chapter);
      }
      if (life.lastVisit() != Enrolment.NEVER) {
        plan.addLast(life.lastVisit(), shape.firstUnitOfChapter(0));
      }
    }
    plan.arrange();
    return plan;
  }

  private static double unit(long key, int draw) {
    return Draw.unit(Draw.of(key, draw));
  }

  private static double normal(long key, int draw) {
    return Powers.normal(Draw.of(key, draw));
  }

  /** Plans a chapter; false when the learner leaves before it. */
  private boolean chapter(int chapter) {
    int first = shape.firstUnitOfChapter(chapter);
    int end = shape.firstUnitOfChapter(chapter + 1);
    if (first == end) {
      return true;
    }
    long key = Draw.of(Draw.of(life.key(), 80), chapter);
    double late =
        OWN * life.traits().lateness()
            + PASSING * normal(key, 0)
            + life.persona().lateness()
            + habits.lateness();
    long from = turnsTo(chapter, key, late);
    if (from >= Math.min(latest, life.leaves()) && plan.count() > 0) {
      return false;
    }
    int sessions = sessions(key, first, end);
    long due = shape.due(chapter);
    long until =
        shape.selfPaced() ? from + rest(chapter) : Math.max(from, due - Lateness.left(late));
    reading(key, chapter, from, until, sessions);
    if (life.onceOnly()) {
      return false;
    }
    assignments(key, chapter, late, due);
    return true;
  }

  private SelfPace pace() {
    return new SelfPace(shape, life.persona(), life.traits());
  }

  /** Time in which a chapter is read at the learner's own pace, in microseconds. */
  private long rest(int chapter) {
    int subsections = shape.firstSequential(chapter + 1) - shape.firstSequential(chapter);
    return pace().isOwn() ? pace().after(subsections, life.begins()) : shape.period() / 2;
  }

  /** The moment at which the learner turns to a chapter. */
  private long turnsTo(int chapter, long key, double late) {
    if (plan.count() == 0) {
      return life.begins();
    }
    long moment;
    if (shape.selfPaced()) {
      SelfPace pace = pace();
      double share = SelfPace.spread(life.traits().lateness());
      moment =
          life.begins()
              + (pace.isOwn()
                  ? pace.after(shape.firstSequential(chapter), life.begins())
                  : (long) (share * (shape.end() - life.begins()) * chapter / shape.chapters()));
    } else {
      moment = shape.released(chapter) + (long) (0.7 * Lateness.share(late) * shape.period());
    }
    long rest = (long) (Powers.logNormal(Draw.of(key, 1), 10, 1.2) * HOUR);
    long near = rhythm.near(Math.max(moment, cursor + rest), Draw.of(key, 2));
    return life.present(Math.max(near, Math.max(cursor + HOUR, shape.released(chapter))));
  }

  /** Number of sessions that reading some units takes. */
  private int sessions(long key, int first, int end) {
    double minutes =
        0.6
            * life.engaged(life.persona().units())
            * (1.1 * (end - first)
                + life.engaged(life.persona().videos())
                    * shape.videoMillis(first, end)
                    * 0.7
                    / 60_000
                + life.engaged(life.persona().problems()) * 1.5 * shape.problems(first, end));
    double session =
        habits.sessionMinutes()
            * Powers.exp(
                habits.sessionSd() * normal(key, 3) * 0.6 + 0.25 * life.traits().diligence())
            * StrictMath.sqrt(life.persona().effort());
    return Math.max(1, Math.min(MAXIMUM_SESSIONS, (int) Math.rint(minutes / session)));
  }

  /** Plans the sessions in which a chapter is read: some follow each other closely. */
  private void reading(long key, int chapter, long from, long until, int sessions) {
    int first = shape.firstUnitOfChapter(chapter);
    int units = shape.firstUnitOfChapter(chapter + 1) - first;
    double mean = Math.max(HOUR, (double) (until - from) / sessions);
    long moment = from;
    for (int i = 0; i < sessions; i++) {
      long bits = Draw.of(key, 16 + i);
      if (i > 0) {
        // Whoever has an assignment to do reads until then, if in haste.
        long last = shape.selfPaced() ? Enrolment.NEVER : until - HOUR;
        moment = Math.min(next(moment, mean, bits), Math.max(last, moment + HOUR / 2));
      }
      if (moment >= life.leaves() && plan.count() > 0) {
        return;
      }
      plan.add(
          moment,
          Purpose.READING,
          first + (int) ((long) units * i / sessions),
          first + (int) ((long) units * (i + 1) / sessions));
      if (life.onceOnly()) {
        return;
      }
      if (unit(bits, 4) < GLANCES) {
        long glance = moment + (long) Quantile.exponential(unit(bits, 5), 1.5 * Rhythm.DAY);
        glance = life.present(rhythm.awake(glance + HOUR, bits));
        if (glance < life.leaves()) {
          plan.add(glance, Purpose.GLANCE, first, first + 1);
        }
      }
    }
    cursor = Math.max(cursor, moment);
  }

  private long next(long moment, double mean, long bits) {
    double kind = unit(bits, 0);
    if (kind < SAME_EVENING) {
      double hours = Powers.logNormal(Draw.of(bits, 1), 1.6, 0.8);
      return life.present(rhythm.awake(moment + (long) (hours * HOUR), bits));
    }
    long gap =
        kind < SAME_EVENING + NEXT_DAY
            ? Rhythm.DAY + (long) (normal(bits, 1) * 1.2 * HOUR)
            : (long) Quantile.exponential(unit(bits, 1), mean);
    long meant = moment + Math.max(HOUR, gap);
    long near = kind < SAME_EVENING + NEXT_DAY ? meant : rhythm.near(meant, Draw.of(bits, 2));
    return life.present(near <= moment ? moment + HOUR : near);
  }

  /** Plans the graded subsections of a chapter, each in a session of its own. */
  private void assignments(long key, int chapter, double late, long due) {
    for (int sequential = shape.firstSequential(chapter);
        sequential < shape.firstSequential(chapter + 1);
        sequential++) {
      long bits = Draw.of(key, 64 + sequential);
      if (shape.assignment(sequential) == CourseShape.UNGRADED
          || unit(bits, 0) >= life.persona().graded()) {
        continue;
      }
      long moment = submitted(bits, late, due);
      if (moment < life.leaves() && moment != Enrolment.NEVER) {
        int first = shape.firstUnit(sequential);
        int end = shape.firstUnit(sequential + 1);
        boolean exam = shape.assignment(sequential) > 0;
        if (exam && life.persona().effort() > 1) {
          review(bits, moment, first);
        }
        plan.add(moment, Purpose.ASSIGNMENT, first, end);
        cursor = shape.selfPaced() ? Math.max(cursor, moment) : cursor;
      }
    }
  }

  private long submitted(long bits, double late, long due) {
    if (shape.selfPaced()) {
      double wait = Quantile.exponential(unit(bits, 1), Rhythm.DAY);
      long near = rhythm.near(cursor + HOUR + (long) wait, Draw.of(bits, 4));
      return life.present(Math.max(cursor + HOUR, near));
    }
    if (due - HOUR <= cursor) {
      return habits.lateWork() ? life.present(cursor + 2 * HOUR) : Enrolment.NEVER;
    }
    long left = Lateness.left(late);
    if (left < 0 && !habits.lateWork()) {
      if (unit(bits, 2) < 0.5) {
        return Enrolment.NEVER;
      }
      left = (long) (unit(bits, 3) * 3 * HOUR);
    }
    long moment = due - left;
    if (left > 12 * HOUR || left < 0) {
      long near = rhythm.on(rhythm.day(moment), Draw.of(bits, 4));
      moment = left > 0 && near >= due - HOUR ? moment : near;
    }
    // Not before the chapter was read.
    return life.present(Math.max(moment, cursor + HOUR / 2));
  }

  /** Plans a session or two before an exam in which earlier units are looked at again. */
  private void review(long bits, long exam, int before) {
    int sessions = Draw.below(Draw.of(bits, 5), 3);
    for (int i = 0; i < sessions; i++) {
      long choice = Draw.of(bits, 8 + i);
      long moment = rhythm.near(exam - (long) ((0.3 + 2.5 * unit(choice, 0)) * Rhythm.DAY), choice);
      if (before > 0 && moment > life.begins() && moment < exam) {
        int from = Draw.below(Draw.of(choice, 6), before);
        plan.add(
            life.present(moment),
            Purpose.REVIEW,
            from,
            Math.min(before, from + 1 + Draw.below(Draw.of(choice, 7), 5)));
      }
    }
  }
}
