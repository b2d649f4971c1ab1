package org.openedx.devdata.xapi.model.calendar;

import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.Rhythm;
import org.openedx.devdata.world.WorldSpec;

/**
 * The calendar of a generated run: all of it as closed forms in both directions. Those who leave
 * are evenly spread over the places, so that who enrols early leaves early. Place 0 never leaves.
 * Of a run that is not over on the last day of the world, all that statements report happens until
 * then. Immutable.
 */
public final class CurveCalendar implements RunCalendar {

  static final int NONE = -1;

  /** Every so many of those who leave, one comes back. */
  private static final int COMEBACKS = 3;

  /** Length of absences, as a share of the run's effort time. */
  private static final double ABSENCE = 0.03;

  /** A third at once, most within a quarter of the run, a few until late. */
  private static final Curve ENROLMENTS =
      new Curve(new double[] {0, 0.02, 0.25, 0.85, 1}, new double[] {0, 0.35, 0.75, 1, 1});

  private static final double FIRST_LEAVES = 0.05;
  private static final double LEAVING = 0.9;
  private static final int ENROLMENT = 2;
  private static final int DEPARTURE = 3;

  private final CourseRun run;
  private final int runs;
  private final long start;
  private final long end;
  private final long opens;
  private final long closes;
  private final double startEffort;
  private final double effort;
  private final int places;
  private final int leavers;
  private final boolean comebacks;
  private final long enrolmentKey;
  private final long departureKey;

  public CurveCalendar(CourseRun run, WorldSpec spec, int runs, int leavers, boolean comebacks) {
    this.run = run;
    this.runs = runs;
    this.start = run.startDay() * Rhythm.DAY;
    this.end = run.endDay() * Rhythm.DAY;
    this.opens = run.enrolmentDay(spec) * Rhythm.DAY;
    this.closes = Math.min(end, spec.endDay() * Rhythm.DAY);
    this.startEffort = Rhythm.toEffort(opens);
    this.effort = Rhythm.toEffort(closes) - startEffort;
    this.places = run.roster().size();
    this.leavers = leavers;
    this.comebacks = comebacks;
    this.enrolmentKey = Draw.of(run.randomKey(), ENROLMENT);
    this.departureKey = Draw.of(run.randomKey(), DEPARTURE);
  }

  @Override
  public long start() {
    return start;
  }

  @Override
  public long end() {
    return end;
  }

  @Override
  public long opens() {
    return opens;
  }

  @Override
  public long closes() {
    return closes;
  }

  @Override
  public JsonText mode(int place) {
    return Progress.mode(CalendarEnrolments.person(run, place));
  }

  /** Number of those who leave and come back. */
  int returners() {
    return comebacks ? (leavers + COMEBACKS - 1) / COMEBACKS : 0;
  }

  @Override
  public long enrolledAt(int place) {
    double jitter = place == 0 ? 0 : Draw.unit(Draw.of(enrolmentKey, place));
    return moment(ENROLMENTS.inverse((place + jitter) / places));
  }

  @Override
  public int enrolledBefore(long micros) {
    if (micros <= opens) {
      return 0;
    }
    int count = micros >= closes ? places : (int) (ENROLMENTS.at(share(micros)) * places);
    while (count < places && enrolledAt(count) < micros) {
      count++;
    }
    while (count > 0 && enrolledAt(count - 1) >= micros) {
      count--;
    }
    return count;
  }

  @Override
  public int placeOfLeaver(int leaver) {
    double jitter = Draw.unit(Draw.of(departureKey, leaver)) / 2;
    return 1 + (int) ((leaver + jitter) * (places - 1) / leavers);
  }

  /** The number that a place has among those who leave, or {@link #NONE}. */
  int leaverAt(int place) {
    if (leavers == 0 || place == 0) {
      return NONE;
    }
    int guess = (int) ((place - 1L) * leavers / (places - 1));
    for (int leaver = Math.max(0, guess - 1); leaver <= guess + 1 && leaver < leavers; leaver++) {
      if (placeOfLeaver(leaver) == place) {
        return leaver;
      }
    }
    return NONE;
  }

  @Override
  public long leftAt(int leaver) {
    double jitter = 0.5 + Draw.unit(Draw.of(departureKey, leaver)) / 2;
    return moment(FIRST_LEAVES + LEAVING * (leaver + jitter) / leavers);
  }

  @Override
  public int leftBefore(long micros) {
    return leaversBefore(micros, FIRST_LEAVES, false);
  }

  @Override
  public long returnedAt(int returner) {
    int leaver = returner * COMEBACKS;
    double jitter = 0.5 + Draw.unit(Draw.of(departureKey, leaver)) / 2;
    return moment(FIRST_LEAVES + ABSENCE + LEAVING * (leaver + jitter) / leavers);
  }

  @Override
  public int returnedBefore(long micros) {
    return comebacks ? leaversBefore(micros, FIRST_LEAVES + ABSENCE, true) : 0;
  }

  @Override
  public int placeOfReturner(int returner) {
    return placeOfLeaver(returner * COMEBACKS);
  }

  @Override
  public boolean away(int place, long from, long to) {
    int leaver = leaverAt(place);
    if (leaver == NONE || leftAt(leaver) > to) {
      return false;
    }
    boolean returns = comebacks && leaver % COMEBACKS == 0;
    return !returns || returnedAt(leaver / COMEBACKS) >= from;
  }

  private int leaversBefore(long micros, double offset, boolean returning) {
    if (leavers == 0 || micros <= opens) {
      return 0;
    }
    int total = returning ? returners() : leavers;
    double position = (share(micros) - offset) / LEAVING * leavers;
    int count = (int) Math.max(0, Math.min(total, returning ? position / COMEBACKS : position));
    while (count < total && (returning ? returnedAt(count) : leftAt(count)) < micros) {
      count++;
    }
    while (count > 0 && (returning ? returnedAt(count - 1) : leftAt(count - 1)) >= micros) {
      count--;
    }
    return count;
  }

  private double share(long micros) {
    return (Rhythm.toEffort(micros) - startEffort) / effort;
  }

  private long moment(double share) {
    long clock = Rhythm.toClock((long) (startEffort + share * effort));
    return RunCalendar.moment(clock, run.index(), runs);
  }
}
