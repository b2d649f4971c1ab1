package org.openedx.devdata.xapi.model;

import java.time.LocalDate;
import java.util.List;
import org.openedx.devdata.world.CourseSize;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.WorldSpec;

/** Worlds for tests. */
public final class Worlds {

  private Worlds() {}

  /** Two sizes of course, seven runs, two hundred learners, one year. */
  public static World small(long seed) {
    return of(
        seed,
        200,
        List.of(
            new CourseSize("small", 4, 40, 30, 10, 3, 10, 20, 20),
            new CourseSize("large", 3, 160, 60, 30, 6, 30, 60, 60)));
  }

  /** The world of the benchmarks: about a dozen courses, 48 runs, ten thousand learners. */
  public static World wide(long seed) {
    return of(
        seed,
        10_000,
        List.of(
            new CourseSize("small", 16, 500, 40, 20, 5, 20, 60, 50),
            new CourseSize("medium", 16, 1_000, 80, 40, 8, 40, 120, 150),
            new CourseSize("large", 16, 3_000, 160, 100, 12, 80, 240, 500)));
  }

  /** Of one year, with these sizes of course. */
  public static World of(long seed, int learners, List<CourseSize> sizes) {
    return World.of(
        new WorldSpec(
            seed,
            "http://localhost:18000",
            LocalDate.parse("2025-01-01").toEpochDay(),
            LocalDate.parse("2026-01-01").toEpochDay(),
            120,
            3,
            learners,
            2,
            2,
            sizes));
  }
}
