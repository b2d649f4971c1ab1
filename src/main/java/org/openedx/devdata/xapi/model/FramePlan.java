package org.openedx.devdata.xapi.model;

import java.util.Arrays;
import java.util.List;

/**
 * Where the frames begin: at equal steps of the expected number of statements, in time and in
 * ordinals. Immutable.
 */
final class FramePlan {

  private final Intensity intensity;
  private final List<RunCalendar> calendars;
  private final long visitStatements;
  private final int frames;

  /** Statements expected up to each point of the intensity's grid. */
  private final double[] expected;

  FramePlan(Intensity intensity, List<RunCalendar> calendars, long visitStatements, int frameSize) {
    this.intensity = intensity;
    this.calendars = calendars;
    this.visitStatements = visitStatements;
    this.expected = new double[intensity.cells() + 1];
    for (int point = 0; point < expected.length; point++) {
      expected[point] =
          visitStatements * intensity.part(point)
              + calendarBefore(Rhythm.toClock(intensity.effort(point)));
    }
    double all = expected[expected.length - 1];
    this.frames = (int) Math.max(1, Math.ceil(all / frameSize));
  }

  int frames() {
    return frames;
  }

  /** A frame's begin as a place on the grid of the intensity. */
  double place(int frame) {
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
  long micros(int frame) {
    return Rhythm.toClock(intensity.effort(place(frame)));
  }

  /** How many statements of visits come before a frame. */
  long visitsBefore(int frame) {
    if (frame == frames) {
      return visitStatements;
    }
    return (long) (visitStatements * intensity.part(place(frame)));
  }

  long firstOrdinal(int frame) {
    return visitsBefore(frame) + calendarBefore(micros(frame));
  }

  long statementsBefore(long micros) {
    double place = Math.max(0, Math.min(intensity.cells(), intensity.placeOf(micros)));
    double visits = visitStatements * intensity.part(place);
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
