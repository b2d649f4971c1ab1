package org.openedx.devdata.xapi.model.calendar;

import java.util.Arrays;
import java.util.List;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.Rhythm;
import org.openedx.devdata.world.WorldSpec;

/**
 * Amount of work over time of all runs, as a cumulative function on a grid of effort time; between
 * two points of the grid it is a straight line. A run takes part from the first point after its
 * start (when its first learner is enrolled) to the last before its end. Immutable.
 */
public final class Intensity {

  /** A lively start, a long middle, a peak before the end; cumulative. */
  private static final Curve SHAPE =
      new Curve(
          new double[] {0, 0.03, 0.1, 0.25, 0.5, 0.75, 0.9, 0.97, 1},
          new double[] {0, 0.035, 0.13, 0.31, 0.57, 0.77, 0.885, 0.975, 1});

  private static final int FEWEST_CELLS = 1024;
  private static final int CELLS_OF_A_RUN = 16;

  /** A run that starts on a point of the grid takes part from the next one. */
  private static final double ROUNDING = 1e-6;

  private final double origin;
  private final double width;
  private final double[] cumulative;
  private final int[] firstPoint;
  private final int[] lastPoint;
  private final double[] weights;

  public Intensity(WorldSpec spec, List<CourseRun> runs) {
    long days = spec.endDay() - spec.startDay();
    int cells = (int) Math.max(FEWEST_CELLS, CELLS_OF_A_RUN * (days / spec.courseLengthDays() + 1));
    origin = Rhythm.toEffort(spec.startDay() * Rhythm.DAY);
    width = (Rhythm.toEffort(spec.endDay() * Rhythm.DAY) - origin) / cells;
    firstPoint = new int[runs.size()];
    lastPoint = new int[runs.size()];
    weights = new double[runs.size()];
    cumulative = new double[cells + 1];
    for (int index = 0; index < runs.size(); index++) {
      CourseRun run = runs.get(index);
      firstPoint[index] = (int) (point(run.startDay()) + ROUNDING) + 1;
      lastPoint[index] = Math.max((int) point(run.endDay()), firstPoint[index] + 1);
      boolean visited = run.startDay() < run.endDay();
      weights[index] = visited ? run.roster().size() * Math.sqrt(run.outline().items()) : 0;
      for (int at = 0; at <= cells; at++) {
        cumulative[at] += done(index, at);
      }
    }
  }

  private double point(long day) {
    return placeOf(day * Rhythm.DAY);
  }

  public int cells() {
    return cumulative.length - 1;
  }

  /** Effort time of a place on the grid; places between the points are allowed. */
  public long effort(double place) {
    return (long) (origin + place * width);
  }

  /** The place on the grid of a moment in clock time; may lie outside the grid. */
  public double placeOf(long micros) {
    return (Rhythm.toEffort(micros) - origin) / width;
  }

  /** All that is done. */
  public double total() {
    return cumulative[cells()];
  }

  /** Amount of work up to a place on the grid. */
  public double before(double place) {
    return between(cumulative, place);
  }

  /** The value at a place of a function that is given at the points of a grid. */
  public static double between(double[] points, double place) {
    int cell = Math.min((int) place, points.length - 2);
    return points[cell] + (place - cell) * (points[cell + 1] - points[cell]);
  }

  /** Part of all work that is done up to a place on the grid; 0 when there is no work. */
  public double part(double place) {
    return total() > 0 ? before(place) / total() : 0;
  }

  /** The place on the grid up to which so much is done. */
  public double place(double done) {
    int found = Arrays.binarySearch(cumulative, done);
    int cell = found >= 0 ? found : -found - 2;
    while (cell < cells() - 1 && cumulative[cell + 1] <= done) {
      cell++;
    }
    cell = Math.max(0, Math.min(cell, cells() - 1));
    double within = cumulative[cell + 1] - cumulative[cell];
    double part = within > 0 ? (done - cumulative[cell]) / within : 0;
    return cell + Math.min(part, Math.nextDown(1.0));
  }

  /** Amount of work of a run in a cell of the grid. */
  public double share(int run, int cell) {
    return cell < firstPoint[run] || cell >= lastPoint[run]
        ? 0
        : done(run, cell + 1) - done(run, cell);
  }

  /** Part of all work that a run does. */
  public double partOf(int run) {
    return total() > 0 ? done(run, cells()) / total() : 0;
  }

  /** Part of a run's work that is done up to a place on the grid. */
  public double partOf(int run, double place) {
    double life = lastPoint[run] - firstPoint[run];
    return SHAPE.at((place - firstPoint[run]) / life);
  }

  /** The place on the grid at which a run has done such a part of all that it does. */
  public double placeOf(int run, double part) {
    return firstPoint[run] + SHAPE.inverse(part) * (lastPoint[run] - firstPoint[run]);
  }

  private double done(int run, int point) {
    return weights[run] * partOf(run, point);
  }
}
