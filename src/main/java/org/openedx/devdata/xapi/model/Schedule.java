package org.openedx.devdata.xapi.model;

import java.util.Arrays;
import java.util.List;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.world.Rhythm;
import org.openedx.devdata.world.World;
import org.openedx.devdata.xapi.model.allot.FramePlan;
import org.openedx.devdata.xapi.model.calendar.Activity;
import org.openedx.devdata.xapi.model.calendar.CalendarEnrolments;
import org.openedx.devdata.xapi.model.calendar.Intensity;
import org.openedx.devdata.xapi.model.calendar.RunCalendar;

/**
 * Schedule of one frame: the visits, and what the calendars say, in order of run, place and time.
 * Fills an {@link Entries}. Mutable, not thread-safe.
 */
final class Schedule {

  /** Two things that must not touch keep this distance, more than any rounding of times. */
  private static final long MARGIN = 1_000_000;

  private static final int TRIES = 24;

  /** Time from one statement of a visit to the next, on average. */
  private static final long QUICKEST = 15_000_000;

  private static final long SLOWEST = 90_000_000;

  private final World world;
  private final List<RunCalendar> calendars;
  private final Intensity intensity;
  private final FramePlan plan;
  private final Sittings sittings;
  private final PassTurns passTurns;
  private final RandomStream stream;
  private final double[] shares;
  private int cellOfShares = -1;

  /** By run, where in its pairs of learners and problems the frame is; null before the first. */
  private final Sittings.Cursor[] cursors;

  private int frame;

  Schedule(
      World world,
      List<RunCalendar> calendars,
      Intensity intensity,
      FramePlan plan,
      Sittings sittings,
      PassTurns passTurns,
      RandomStream stream) {
    this.world = world;
    this.calendars = calendars;
    this.intensity = intensity;
    this.plan = plan;
    this.sittings = sittings;
    this.passTurns = passTurns;
    this.stream = stream;
    this.shares = new double[calendars.size()];
    this.cursors = new Sittings.Cursor[calendars.size()];
  }

  RunCalendar calendar(int run) {
    return calendars.get(run);
  }

  void fill(int ofFrame, Entries entries) {
    frame = ofFrame;
    Arrays.fill(cursors, null);
    long begin = plan.micros(frame);
    entries.clear(begin);
    visits(begin, entries);
    long end = frame == plan.frames() - 1 ? Long.MAX_VALUE : plan.micros(frame + 1);
    long from = frame == 0 ? Long.MIN_VALUE : begin;
    for (int run = 0; run < calendars.size(); run++) {
      calendar(run, from, end, entries);
    }
    entries.arrange();
  }

  private void visits(long begin, Entries entries) {
    long frameKey = stream.at(frame);
    int all = (int) (plan.visitsBefore(frame + 1) - plan.visitsBefore(frame));
    int left = all;
    int count = 0;
    for (int rest = left; rest > 0; count++) {
      rest -= VisitLengths.at(Draw.of(frameKey, count));
    }
    double done = intensity.before(plan.place(frame));
    double step = (intensity.before(plan.place(frame + 1)) - done) / Math.max(1, count);
    long end = plan.micros(frame + 1);
    passTurns.open(frame);
    for (int visit = 0; visit < count; visit++) {
      int length = Math.min(left, VisitLengths.at(Draw.of(frameKey, visit)));
      left -= length;
      long key = Draw.of(Draw.of(frameKey, visit), 1);
      double place = intensity.place(done + step * (visit + Draw.unit(Draw.of(key, 0))));
      int turn = passTurns.of(visit, count);
      if (turn < 0 || !passes(turn, key, place, length, begin, end, entries)) {
        visit(key, place, length, begin, end, entries);
      }
    }
    entries.makeRoom(sittings.room(all));
  }

  /** Makes the visit in which a learner passes, when one is found. */
  private boolean passes(
      int turn, long key, double at, int length, long frameBegin, long frameEnd, Entries entries) {
    long latest = frameEnd - MARGIN;
    long start = Rhythm.toClock(intensity.effort(at));
    start = Math.max(Math.min(start, latest - MARGIN), frameBegin);
    long end = Math.min(start + pace(key) * length, Math.max(start, latest));
    int place = passTurns.learner(turn, start - 2 * MARGIN, end + MARGIN);
    if (place >= 0) {
      entries.add(
          Entries.VISIT, passTurns.run(), place, start, end, length, key, Entries.NONE, true);
    }
    return place >= 0;
  }

  private static long pace(long key) {
    return QUICKEST + Draw.below(Draw.of(key, 1), SLOWEST - QUICKEST);
  }

  /** Draws the run and the learner of a visit, which ends within the frame and the run. */
  private void visit(
      long key, double at, int length, long frameBegin, long frameEnd, Entries entries) {
    int run = run((int) at, Draw.unit(Draw.of(key, 2)));
    RunCalendar calendar = calendars.get(run);
    long latest = Math.min(frameEnd, calendar.end()) - MARGIN;
    long start = Rhythm.toClock(intensity.effort(at));
    start = Math.max(Math.min(start, latest - MARGIN), frameBegin);
    start = Math.max(start, calendar.start() + 2 * MARGIN);
    long end = Math.min(start + pace(key) * length, Math.max(start, latest));
    int enrolled = Math.max(1, calendar.enrolledBefore(start - MARGIN));
    if (Draw.chance(Draw.of(key, 7), sittings.share())) {
      Sittings.Cursor cursor = cursor(run);
      int place = cursor.learner(key, enrolled, start - MARGIN, end + MARGIN);
      if (place >= 0) {
        entries.add(Entries.VISIT, run, place, start, end, length, key, cursor.stretch(), false);
        return;
      }
    }
    int place = learner(key, run, enrolled, start, end);
    entries.add(Entries.VISIT, run, place, start, end, length, key, Entries.NONE, false);
  }

  private Sittings.Cursor cursor(int run) {
    if (cursors[run] == null) {
      cursors[run] = sittings.cursor(run, plan.place(frame), plan.place(frame + 1));
    }
    return cursors[run];
  }

  private int run(int cell, double unit) {
    if (cell != cellOfShares) {
      cellOfShares = cell;
      double sum = 0;
      for (int run = 0; run < shares.length; run++) {
        sum += intensity.share(run, cell);
        shares[run] = sum;
      }
    }
    double target = unit * shares[shares.length - 1];
    int found = Arrays.binarySearch(shares, target);
    int run = found >= 0 ? found + 1 : -found - 1;
    while (run > 0 && shares[run] == shares[run - 1]) {
      run--;
    }
    return run;
  }

  private int learner(long key, int run, int enrolled, long start, long end) {
    RunCalendar calendar = calendars.get(run);
    double life = calendar.life(start);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      int place = Draw.below(Draw.of(key, 8 + attempt), enrolled);
      long person = CalendarEnrolments.person(world.runs().get(run), place);
      if (Draw.unit(Draw.of(key, 64 + attempt)) < Activity.at(person, life)
          && !calendar.away(place, start - MARGIN, end + MARGIN)) {
        return place;
      }
    }
    // No learner so active was found: any who is there, at last the one who never leaves.
    for (int attempt = 0; attempt < TRIES; attempt++) {
      int place = Draw.below(Draw.of(key, 8 + attempt), enrolled);
      if (!calendar.away(place, start - MARGIN, end + MARGIN)) {
        return place;
      }
    }
    return 0;
  }

  private static void calendar(RunCalendar calendar, int run, long from, long to, Entries entries) {
    if (to <= calendar.opens() || from >= calendar.closes()) {
      return;
    }
    int last = calendar.enrolledBefore(to);
    for (int place = calendar.enrolledBefore(from); place < last; place++) {
      entries.add(Entries.REGISTERED, run, place, calendar.enrolledAt(place));
    }
    last = calendar.leftBefore(to);
    for (int leaver = calendar.leftBefore(from); leaver < last; leaver++) {
      entries.add(
          Entries.UNREGISTERED, run, calendar.placeOfLeaver(leaver), calendar.leftAt(leaver));
    }
    last = calendar.returnedBefore(to);
    for (int returner = calendar.returnedBefore(from); returner < last; returner++) {
      entries.add(
          Entries.REGISTERED,
          run,
          calendar.placeOfReturner(returner),
          calendar.returnedAt(returner));
    }
  }

  private void calendar(int run, long from, long to, Entries entries) {
    calendar(calendars.get(run), run, from, to, entries);
  }
}
