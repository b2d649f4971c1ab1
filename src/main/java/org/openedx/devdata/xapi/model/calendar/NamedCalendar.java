package org.openedx.devdata.xapi.model.calendar;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.Rhythm;
import org.openedx.devdata.world.Roster;

/**
 * The calendar of a run whose enrolments a person has named. Who is enrolled no more leaves some
 * time after enrolling; the first learner only when the run is over, so that there always is a
 * learner. No learner comes back. Immutable.
 */
public final class NamedCalendar implements RunCalendar {

  private static final int DEPARTURE = 3;
  private static final long HALF_A_SECOND = 500_000;

  private final List<Roster.Place> places;
  private final long start;
  private final long end;
  private final long[] enrolled;

  /** Places of those who leave, and when they do, in order of that. */
  private final int[] leavers;

  private final long[] left;

  /** Moment at which each place would leave, if its learner did. */
  private final long[] departures;

  public NamedCalendar(CourseRun run, int runs) {
    this.places = run.roster().named().orElseThrow();
    this.start = run.startDay() * Rhythm.DAY;
    this.end = run.endDay() * Rhythm.DAY;
    this.enrolled =
        places.stream()
            .mapToLong(place -> RunCalendar.moment(place.created(), run.index(), runs))
            .toArray();
    this.departures = new long[places.size()];
    for (int place = 0; place < departures.length; place++) {
      departures[place] = RunCalendar.moment(departure(run, place), run.index(), runs);
    }
    this.leavers =
        IntStream.range(0, places.size())
            .filter(place -> !places.get(place).active())
            .boxed()
            .sorted(Comparator.comparing(place -> departures[place]))
            .mapToInt(Integer::intValue)
            .toArray();
    this.left = Arrays.stream(leavers).mapToLong(place -> departures[place]).toArray();
  }

  private long departure(CourseRun run, int place) {
    long from = Math.max(enrolled[place], start);
    double share = 0.2 + 0.7 * Draw.unit(Draw.of(Draw.of(run.randomKey(), DEPARTURE), place));
    if (from >= end) {
      return from + HALF_A_SECOND;
    }
    return place == 0 ? end - HALF_A_SECOND : from + (long) (share * (end - from));
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
    return enrolled.length == 0 ? start : Math.min(start, enrolled[0] - 1);
  }

  @Override
  public long closes() {
    long last = enrolled.length == 0 ? end : enrolled[enrolled.length - 1] + 1;
    return Math.max(Math.max(end, last), left.length == 0 ? end : left[left.length - 1] + 1);
  }

  @Override
  public long enrolledAt(int place) {
    return enrolled[place];
  }

  @Override
  public int enrolledBefore(long micros) {
    return before(enrolled, micros);
  }

  @Override
  public JsonText mode(int place) {
    return places.get(place).mode();
  }

  @Override
  public int placeOfLeaver(int leaver) {
    return leavers[leaver];
  }

  @Override
  public long leftAt(int leaver) {
    return left[leaver];
  }

  @Override
  public int leftBefore(long micros) {
    return before(left, micros);
  }

  @Override
  public long returnedAt(int returner) {
    throw new IllegalArgumentException("no learner comes back, so not number " + returner);
  }

  @Override
  public int returnedBefore(long micros) {
    return 0;
  }

  @Override
  public int placeOfReturner(int returner) {
    throw new IllegalArgumentException("no learner comes back, so not number " + returner);
  }

  @Override
  public boolean away(int place, long from, long to) {
    return !places.get(place).active() && departures[place] <= to;
  }

  /** Number of sorted moments before one. */
  private static int before(long[] moments, long micros) {
    int low = 0;
    int high = moments.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (moments[middle] < micros) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
