package org.openedx.devdata.world.dump;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.random.Uuids;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.World;

/**
 * Times of exports, and their ids. The last export of everything lies at the end of the world, the
 * ones before it a day apart each, so that "the newest" is what it should be. Immutable.
 */
final class DumpTimes {

  private static final long MICROS_PER_DAY = 86_400_000_000L;
  private static final DateTimeFormatter DUMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS'+00:00'");
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

  private static final DateTimeFormatter PLAIN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'+00:00'");
  private static final DateTimeFormatter SHORT_ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'");

  private final long lastDay;
  private final RandomStream stream;
  private final Optional<DumpMark> mark;

  /**
   * @param mark that of all ids; empty where rows of changed worlds must stay the same
   */
  DumpTimes(World world, Optional<DumpMark> mark) {
    RandomStream dumps = RandomStream.of(world.spec().seed()).derive("dumps");
    this.lastDay = world.spec().endDay();
    this.stream = mark.map(own -> dumps.derive(own.prefix())).orElse(dumps);
    this.mark = mark;
  }

  /**
   * One export.
   *
   * @param high upper half of its id
   * @param low lower half
   * @param micros when it ran
   */
  record Dump(long high, long low, long micros) {

    /** The text of {@code time_last_dumped}. */
    String time() {
      return DUMP.format(moment(micros));
    }

    /** Moment of the last change of what it exports, a little before. */
    String changed() {
      return ISO.format(moment(micros - 1_500_000));
    }

    /** The same in the form of {@code edited_on}. */
    String edited() {
      return DUMP.format(moment(micros - 1_500_000));
    }

    void write(RowWriter out) {
      out.uuid(high, low);
      out.text(time());
      out.endRow();
    }
  }

  /**
   * An export by what it is of and its number.
   *
   * @param number which one, from 0
   * @param count how many there are
   */
  Dump of(String what, long item, int number, int count) {
    long key = Draw.of(stream.derive(what).at(item), number);
    long day = lastDay - (count - 1 - number);
    long ofDay = Draw.below(Draw.of(key, 2), MICROS_PER_DAY / 2);
    return dump(key, day * MICROS_PER_DAY - MICROS_PER_DAY / 2 + ofDay + 1_000);
  }

  /** The export of a course, and of its blocks, that was published while it ran. */
  Dump of(CourseRun run, int number, CourseHistory.Edition edition) {
    long key = Draw.of(stream.derive("edition").at(run.exportNumber()), number);
    return dump(key, edition.micros());
  }

  private Dump dump(long key, long micros) {
    long high = Uuids.high4(Draw.of(key, 0));
    return new Dump(mark.map(own -> own.in(high)).orElse(high), Uuids.low(Draw.of(key, 1)), micros);
  }

  /** A moment such as {@code 2025-01-01 00:00:00+00:00}; empty when there is none. */
  static String plain(OptionalLong micros) {
    return micros.isEmpty() ? "" : PLAIN.format(moment(micros.getAsLong()));
  }

  /** A moment such as {@code 2025-01-01T00:00:00Z}; empty when there is none. */
  static String iso(OptionalLong micros) {
    return micros.isEmpty() ? "" : SHORT_ISO.format(moment(micros.getAsLong()));
  }

  static LocalDateTime moment(long micros) {
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L),
        (int) Math.floorMod(micros, 1_000_000L) * 1000,
        ZoneOffset.UTC);
  }
}
