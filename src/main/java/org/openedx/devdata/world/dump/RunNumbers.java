package org.openedx.devdata.world.dump;

import java.util.function.ToLongFunction;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.NumberedByName;
import org.openedx.devdata.world.World;

/**
 * Numbers of the rows of a table that belong to runs. A site keeps one row of a number, so worlds
 * share none: runs of generated worlds have numbers one after the other from one that follows from
 * the seed; named runs have some that follow from their keys. Immutable.
 */
final class RunNumbers {

  /** Below are the numbers of a site's own rows. */
  static final int FIRST = 1_000_000;

  /** A world that grows within this many rows keeps its numbers. */
  private static final long ROOM = 1 << 24;

  private final int[] firsts;

  /**
   * @param table whose rows these are
   * @param rows maximum number of rows of a generated run
   */
  RunNumbers(World world, DumpTable table, ToLongFunction<CourseRun> rows) {
    long all = world.runs().stream().filter(run -> run.facts().isEmpty()).mapToLong(rows).sum();
    long room = Math.max(ROOM, Long.highestOneBit(all) << 1);
    long bits = RandomStream.of(world.spec().seed()).derive("world").at("first " + table);
    long next = Draw.between(bits, FIRST, Math.max(FIRST, NumberedByName.FIRST - room));
    firsts = new int[world.runs().size()];
    for (CourseRun run : world.runs()) {
      if (run.facts().isPresent()) {
        firsts[run.index()] = NumberedByName.firstOf(run.randomKey());
      } else {
        firsts[run.index()] = (int) next;
        next += rows.applyAsLong(run);
      }
    }
  }

  /** The first number that rows of a run have. */
  int firstOf(CourseRun run) {
    return firsts[run.index()];
  }
}
