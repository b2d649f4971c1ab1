package org.openedx.devdata.cli.report;

import java.util.Locale;

/** Amounts of batches as people read them. Stateless. */
public final class Batches {

  private Batches() {}

  /** {@code 1 batch with 977 rows}, {@code 3 batches with 2,931 rows}. */
  public static String of(long batches, long rows) {
    return String.format(
        Locale.ROOT,
        "%,d %s with %,d %s",
        batches,
        batches == 1 ? "batch" : "batches",
        rows,
        rows == 1 ? "row" : "rows");
  }
}
