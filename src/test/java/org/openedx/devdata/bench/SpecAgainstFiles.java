package org.openedx.devdata.bench;

import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/**
 * A spec loaded twice into one database, and the same rows from ready-made files into another.
 *
 * @param lab of the database {@code loaded}
 * @param files of the tables that the spec fills; written in the first round
 */
public record SpecAgainstFiles(
    SpecLab lab,
    String spec,
    TestDatabase loaded,
    TestDatabase copy,
    TableFiles files,
    Stopwatch watch) {

  public static final String LOAD = "devdata load";
  public static final String AGAIN = "devdata load again";
  public static final String ROWS = "LOAD DATA LOCAL of the same rows";

  /** Times all three, each from empty tables but the second load. */
  public void round(int round) throws Exception {
    files.empty(loaded);
    watch.time(LOAD, () -> lab.loadQuietly(spec));
    watch.time(AGAIN, () -> lab.loadQuietly(spec));
    if (round == 0) {
      files.export(loaded);
    }
    files.empty(copy);
    watch.time(ROWS, () -> files.load(copy));
  }

  /** How the loads compare, each with its own round's baseline. */
  public String ratios(String bound, String boundOfTheSecond) {
    return watch.ratio("load / LOAD DATA", LOAD, ROWS, bound)
        + watch.ratio("second load / first", AGAIN, LOAD, boundOfTheSecond);
  }
}
