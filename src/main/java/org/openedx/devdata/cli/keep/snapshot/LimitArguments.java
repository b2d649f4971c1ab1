package org.openedx.devdata.cli.keep.snapshot;

import org.openedx.devdata.cli.console.failure.UsageException;
import picocli.CommandLine.Option;

/** The option that says how many rows are shown. Filled in by picocli. */
final class LimitArguments {

  private static final int MAXIMUM = 10_000;

  @Option(
      names = "--limit",
      paramLabel = "ROWS",
      defaultValue = "20",
      description =
          "Maximum number of rows to show of each table, up to 10000; 0 for counts only"
              + " (default: 20).")
  int limit;

  /**
   * The number of rows.
   *
   * @throws UsageException when so many are not shown
   */
  int rows() {
    if (limit < 0 || limit > MAXIMUM) {
      throw new UsageException(
          "--limit %d is not possible; give a number from 0 to %d".formatted(limit, MAXIMUM));
    }
    return limit;
  }
}
