package org.openedx.devdata.xapi.model.calendar;

import java.util.List;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.dump.Enrolments;

/** Enrolments as the calendars of the runs have them. Immutable. */
public record CalendarEnrolments(World world, List<RunCalendar> calendars) implements Enrolments {

  @Override
  public long enrolledAt(int run, int place) {
    return world
        .runs()
        .get(run)
        .roster()
        .named()
        .map(places -> places.get(place).created())
        .orElseGet(() -> calendars.get(run).enrolledAt(place));
  }

  @Override
  public String mode(int run, int place) {
    return calendars.get(run).mode(place).value();
  }

  @Override
  public boolean active(int run, int place) {
    RunCalendar calendar = calendars.get(run);
    return !calendar.away(place, calendar.closes(), calendar.closes());
  }

  /** The key of everything that is drawn for a learner in a run. */
  public static long person(CourseRun run, int place) {
    return Draw.of(Draw.of(run.randomKey(), PERSONS), place);
  }

  private static final int PERSONS = 16;
}
