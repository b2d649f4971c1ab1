package org.openedx.devdata.cli.report.text;

import org.openedx.devdata.spec.Amount;

/** Amounts of batches as people read them. Stateless. */
public final class Batches {

  private Batches() {}

  /** {@code 1 batch with 977 rows}, {@code 3 batches with 2,931 rows}. */
  public static String of(long batches, long rows) {
    return Amount.of(batches, "batch", "batches") + " with " + Amount.of(rows, "row");
  }
}
