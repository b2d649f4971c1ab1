package org.openedx.devdata.cli.report;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.jdbc.MySqlUrl;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.Purpose;
import org.openedx.devdata.plan.RowChange;

/**
 * A report as people read it: rows by service and table, cut where lists grow long, then counts.
 * Not thread-safe.
 */
public final class TextReport {

  /** Rows of one action and table that are shown unless all are asked for. */
  public static final int ROWS_SHOWN = 20;

  /** Up to so many unchanged rows of an entry are shown one by one. */
  private static final int FEW_UNCHANGED = 10;

  private final PrintWriter out;
  private final Paint paint;
  private final RunKind kind;
  private final boolean verbose;

  public TextReport(PrintWriter out, Paint paint, RunKind kind, boolean verbose) {
    this.out = out;
    this.paint = paint;
    this.kind = kind;
    this.verbose = verbose;
  }

  /** Writes the rows of all entries that came to an end. */
  public void rows(RunReport report) {
    for (EntryReport entry : report.entries()) {
      if (entry.state() == EntryReport.State.DONE) {
        entry(entry);
      }
    }
  }

  private void entry(EntryReport entry) {
    out.println(
        paint.bold(entry.entry().ida())
            + paint.dim(
                "  %s -> %s (target %s)"
                    .formatted(
                        Printable.of(entry.entry().spec().file()),
                        MySqlUrl.masked(entry.entry().connection().url()),
                        entry.entry().connection().target())));
    Set<Action> hidden = hidden(entry);
    for (TableReport table : entry.tables()) {
      table(table, hidden);
    }
    if (entry.counts().total() == 0) {
      out.println(
          paint.dim(kind.actions().contains(Action.DELETE) ? "  nothing there" : "  empty"));
    }
    out.println();
  }

  /** What this entry's tables show as a count only. */
  private Set<Action> hidden(EntryReport entry) {
    boolean few = entry.counts().of(Action.UNCHANGED) <= FEW_UNCHANGED;
    return verbose || few && kind != RunKind.VERIFY ? Set.of() : Set.of(Action.UNCHANGED);
  }

  private void table(TableReport table, Set<Action> hidden) {
    long listed = table.counts().total();
    for (Action action : hidden) {
      listed -= table.counts().of(action);
    }
    if (listed == 0 && kind == RunKind.VERIFY) {
      return;
    }
    out.println("  " + table.table());
    RowLine line = new RowLine(paint, verbose);
    Map<Action, Long> shown = new EnumMap<>(Action.class);
    Map<Action, Long> along = new EnumMap<>(Action.class);
    table.rows(
        row -> {
          if (hidden.contains(row.action())) {
            return;
          }
          if (!verbose && comesAlong(row)) {
            along.merge(row.action(), 1L, Long::sum);
          } else if (verbose || shown.getOrDefault(row.action(), 0L) < ROWS_SHOWN) {
            shown.merge(row.action(), 1L, Long::sum);
            out.println("    " + line.of(row));
          }
        });
    for (Action action : Action.values()) {
      rest(table, action, shown.getOrDefault(action, 0L), along.getOrDefault(action, 0L));
    }
  }

  /** Rows that merely belong to a record's own row; of interest when they alone differ. */
  private static boolean comesAlong(RowChange row) {
    return row.purpose() == Purpose.DERIVED && row.columns().isEmpty();
  }

  private void rest(TableReport table, Action action, long shown, long along) {
    long count = table.counts().of(action);
    if (count == shown) {
      return;
    }
    String sign = sign(action);
    if (shown > 0) {
      out.println(
          paint.dim(
              "    %s … and %,d more (--verbose or --format json shows all)"
                  .formatted(sign, count - shown)));
    } else if (along > 0) {
      out.println(
          paint.dim(
              "    %s %s %s with the records above"
                  .formatted(sign, rows(count), kind.word(action))));
    } else {
      out.println(paint.dim("    %s %s %s".formatted(sign, rows(count), kind.word(action))));
    }
  }

  static String rows(long count) {
    return count == 1 ? "1 row" : "%,d rows".formatted(count);
  }

  private static String sign(Action action) {
    return switch (action) {
      case CREATE -> "+";
      case UPDATE -> "~";
      case UNCHANGED -> "=";
      case DELETE -> "-";
    };
  }
}
