package org.openedx.devdata.cli.report.progress;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openedx.devdata.cli.report.text.Sizes;
import org.openedx.devdata.cli.report.text.Times;
import org.openedx.devdata.spec.Amount;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Progress of a table.
 *
 * @param table the table
 * @param rows that have arrived since it began
 * @param expected rows that were still to come then; -1 when that is not known
 * @param written bytes that went out for them
 * @param nanos time since it began
 */
record GenerationPace(DumpTable table, long rows, long expected, long written, long nanos) {

  private static final int BAR = 10;

  /** As a bar with the figures behind it, for a line of a terminal. */
  String bar() {
    StringBuilder line = new StringBuilder("%-17s ".formatted(table.tableName()));
    if (expected > 0) {
      int done = (int) Math.min(BAR, rows * BAR / expected);
      line.append("█".repeat(done)).append("░".repeat(BAR - done));
      line.append("%4d%%  ".formatted(Math.min(100, rows * 100 / expected)));
    }
    line.append("%s at %s/s".formatted(compact(rows), compact(rate())));
    return line.append(rest()).toString();
  }

  /** In words, for a log. */
  String line() {
    StringBuilder line = new StringBuilder("%s: %,d".formatted(table.tableName(), rows));
    if (expected >= 0) {
      line.append(" of %,d".formatted(expected));
    }
    return line.append(" rows, %,d/s".formatted(rate())).append(rest()).toString();
  }

  /** The line about a table that is done. */
  String end() {
    return "%s: %s in %s, %,d/s%s"
        .formatted(
            table.tableName(),
            Amount.of(rows, "row"),
            Times.of(Duration.ofNanos(nanos)),
            rate(),
            written > 0 ? ", " + Sizes.of(written) : "");
  }

  private String rest() {
    String bytes = written > 0 ? ", " + Sizes.of(written) : "";
    return expected > rows && rate() > 0
        ? bytes + ", " + Times.of(Duration.ofSeconds((expected - rows) / rate())) + " left"
        : bytes;
  }

  private long rate() {
    return Math.round(rows / (Math.max(1, nanos) / (double) TimeUnit.SECONDS.toNanos(1)));
  }

  /** {@code 12,345}, {@code 950 k}, {@code 12.3 M}: never more than seven characters. */
  private static String compact(long count) {
    if (count < 100_000) {
      return String.format(Locale.ROOT, "%,d", count);
    }
    if (count < 1_000_000) {
      return count / 1_000 + " k";
    }
    return count < 1_000_000_000
        ? String.format(Locale.ROOT, "%.1f M", count / 1e6)
        : String.format(Locale.ROOT, "%.2f G", count / 1e9);
  }
}
