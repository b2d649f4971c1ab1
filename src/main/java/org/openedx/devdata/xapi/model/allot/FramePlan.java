package org.openedx.devdata.xapi.model.allot;

import java.util.Arrays;
import java.util.List;
import org.openedx.devdata.world.Rhythm;
import org.openedx.devdata.xapi.model.calendar.Intensity;
import org.openedx.devdata.xapi.model.calendar.RunCalendar;

/**
 * Beginnings of the frames: at equal steps of the expected number of statements, in time and in
 * ordinals. Immutable.
 */
public final class FramePlan {

  private final Intensity intensity;
  private final List<RunCalendar> calendars;
  private final Portions portions;
  private final Passes passes;
  private final FirstPasses firstPasses;
  private final int frames;

  /** Statements expected up to each point of the intensity's grid. */
  private final double[] expected;

  /**
   * @param frameSize statements of a frame
   */
  public FramePlan(
      Intensity intensity,
      List<RunCalendar> calendars,
      Portions portions,
      Passes passes,
      FirstPasses firstPasses,
      int frameSize) {
    this.intensity = intensity;
    this.calendars = calendars;
    this.portions = portions;
    this.passes = passes;
    this.firstPasses = firstPasses;
    this.expected = new double[intensity.cells() + 1];
    for (int point = 0; point < expected.length; point++) {
      expected[point] =
          portions.statements() * intensity.part(point)
              + calendarBefore(Rhythm.toClock(intensity.effort(point)));
    }
    double all = expected[expected.length - 1];
    this.frames = (int) Math.max(1, Math.ceil(all / frameSize));
  }

  public int frames() {
    return frames;
  }

  /** A frame's begin as a place on the grid of the intensity. */
  public double place(int frame) {
    if (frame == 0) {
      return 0;
    }
    if (frame == frames) {
      return intensity.cells();
    }
    double target = expected[expected.length - 1] * frame / frames;
    int found = Arrays.binarySearch(expected, target);
    int cell = Math.max(0, Math.min(found >= 0 ? found : -found - 2, intensity.cells() - 1));
    double within = expected[cell + 1] - expected[cell];
    return within > 0 ? cell + Math.min(1, (target - expected[cell]) / within) : cell;
  }

  /** A frame's begin in clock time. */
  public long micros(int frame) {
    return Rhythm.toClock(intensity.effort(place(frame)));
  }

  /** Number of statements of visits before a frame. */
  public long visitsBefore(int frame) {
    return evenly(portions.statements(), frame);
  }

  /** Number of a frame's statements that report a course as passed for the first time. */
  int firstPasses(int frame) {
    return (int) (firstPasses.before(place(frame + 1)) - firstPasses.before(place(frame)));
  }

  /** Number of a frame's statements that report a course as passed now. */
  int passes(int frame) {
    return (int) (whenPassed(portions.passes(), frame + 1) - whenPassed(portions.passes(), frame));
  }

  /** Number of problems with several questions in a frame. */
  int groups(int frame) {
    return (int) (evenly(portions.groups(), frame + 1) - evenly(portions.groups(), frame));
  }

  /** Number of changes of mind in a frame. */
  int changes(int frame) {
    return (int) (evenly(portions.changes(), frame + 1) - evenly(portions.changes(), frame));
  }

  /** Number of the statements before a frame that are none of these: their types are drawn. */
  long drawnBefore(int frame) {
    return visitsBefore(frame)
        - firstPasses.before(place(frame))
        - whenPassed(portions.passes(), frame)
        - Portions.STATEMENTS_OF_A_GROUP * evenly(portions.groups(), frame)
        - Portions.STATEMENTS_OF_A_CHANGE * evenly(portions.changes(), frame);
  }

  private long whenPassed(long all, int frame) {
    return frame == frames ? all : (long) (all * passes.before(place(frame)));
  }

  private long evenly(long all, int frame) {
    return frame == frames ? all : (long) (all * intensity.part(place(frame)));
  }

  public long firstOrdinal(int frame) {
    return visitsBefore(frame) + calendarBefore(micros(frame));
  }

  public long statementsBefore(long micros) {
    double place = Math.max(0, Math.min(intensity.cells(), intensity.placeOf(micros)));
    double visits = portions.statements() * intensity.part(place);
    return (long) visits + calendarBefore(micros);
  }

  private long calendarBefore(long micros) {
    long count = 0;
    for (RunCalendar calendar : calendars) {
      if (micros > calendar.opens()) {
        count +=
            calendar.enrolledBefore(micros)
                + calendar.leftBefore(micros)
                + calendar.returnedBefore(micros);
      }
    }
    return count;
  }
}
