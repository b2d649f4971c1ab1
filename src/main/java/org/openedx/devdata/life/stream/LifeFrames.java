package org.openedx.devdata.life.stream;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.Rhythm;
import org.openedx.devdata.world.Roster;
import org.openedx.devdata.world.World;

/**
 * Frames of a stream of lives: calendar months (the partitions of Aspects), in each the runs that
 * are alive, in each run some hundred learners. Immutable.
 */
public final class LifeFrames {

  private static final int LEARNERS = 256;
  private static final int EARLIEST_DAYS = 80;
  private static final int LATEST_DAYS = 50;

  private final World world;

  /** First moments of the months, and the end. */
  private final long[] months;

  /** Numbers of months and runs that have frames, and the first frame of each. */
  private final int[] monthOf;

  private final int[] runOf;
  private final int[] firstFrame;

  /**
   * A frame.
   *
   * @param from first moment of its sessions, microseconds since 1970
   * @param to the moment after the last
   * @param run the course run
   * @param firstPlace the first place of the roster
   * @param endPlace the place after the last
   * @param isLast whether the learners have no later frame
   */
  public record Frame(long from, long to, int run, int firstPlace, int endPlace, boolean isLast) {}

  LifeFrames(World world) {
    this.world = world;
    this.months = months(world);
    List<int[]> cells = new ArrayList<>();
    int frames = 0;
    for (int month = 0; month < months.length - 1; month++) {
      for (CourseRun run : world.runs()) {
        if (isAlive(run, month)) {
          cells.add(new int[] {month, run.index(), frames});
          frames = Math.addExact(frames, slices(run));
        }
      }
    }
    this.monthOf = cells.stream().mapToInt(cell -> cell[0]).toArray();
    this.runOf = cells.stream().mapToInt(cell -> cell[1]).toArray();
    this.firstFrame = new int[cells.size() + 1];
    for (int i = 0; i < cells.size(); i++) {
      firstFrame[i] = cells.get(i)[2];
    }
    firstFrame[cells.size()] = frames;
  }

  private static long[] months(World world) {
    List<Long> starts = new ArrayList<>();
    LocalDate end = LocalDate.ofEpochDay(world.spec().endDay());
    LocalDate month = LocalDate.ofEpochDay(world.spec().startDay()).withDayOfMonth(1);
    for (; month.isBefore(end); month = month.plusMonths(1)) {
      starts.add(month.toEpochDay() * Rhythm.DAY);
    }
    starts.set(0, Long.MIN_VALUE);
    starts.add(Long.MAX_VALUE);
    return starts.stream().mapToLong(Long::longValue).toArray();
  }

  private boolean isAlive(CourseRun run, int month) {
    if (run.roster().size() == 0) {
      return false;
    }
    long first = (run.startDay() - EARLIEST_DAYS) * Rhythm.DAY;
    long last = (run.endDay() + LATEST_DAYS) * Rhythm.DAY;
    for (Roster.Place place : run.roster().named().orElse(List.of())) {
      first = Math.min(first, place.created());
      last = Math.max(last, place.created());
    }
    return first < months[month + 1] && last >= months[month];
  }

  private static int slices(CourseRun run) {
    return (run.roster().size() + LEARNERS - 1) / LEARNERS;
  }

  /** Number of frames. */
  public int count() {
    return firstFrame[firstFrame.length - 1];
  }

  /** A frame by its number. */
  public Frame at(int frame) {
    int low = 0;
    int high = runOf.length;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (firstFrame[middle] <= frame) {
        low = middle;
      } else {
        high = middle;
      }
    }
    CourseRun run = world.runs().get(runOf[low]);
    int slice = frame - firstFrame[low];
    int month = monthOf[low];
    int places = run.roster().size();
    int slices = slices(run);
    return new Frame(
        months[month],
        months[month + 1],
        run.index(),
        (int) ((long) places * slice / slices),
        (int) ((long) places * (slice + 1) / slices),
        month == months.length - 2 || !isAlive(run, month + 1));
  }
}
