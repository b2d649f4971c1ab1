package org.openedx.devdata.cli.report.run;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.cli.report.run.changes.RowLine;
import org.openedx.devdata.cli.report.text.Paint;
import org.openedx.devdata.cli.report.text.Printable;
import org.openedx.devdata.jdbc.MySqlUrl;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.LeftRows;
import org.openedx.devdata.plan.row.Purpose;
import org.openedx.devdata.spec.Amount;

/**
 * A report as people read it: rows by service and table, cut where lists grow long, and what came
 * along in one line. Not thread-safe.
 */
public final class TextReport {

  /** Rows of one action and table that are shown unless all are asked for. */
  public static final int ROWS_SHOWN = 20;

  /** Up to so many unchanged records of an entry are shown one by one. */
  private static final int FEW_UNCHANGED = 10;

  private static final int WIDTH = 100;

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
                        Printable.of(entry.entry().connection().target()))));
    Set<Action> hidden = hidden(entry);
    long listed = 0;
    for (TableReport table : entry.tables()) {
      listed += table(table, hidden);
    }
    if (!verbose) {
      along(entry, Action.CREATE);
      along(entry, Action.DELETE);
    }
    if (listed == 0 && entry.left().isEmpty()) {
      out.println(paint.dim("  " + nothing(entry)));
    }
    left(entry);
    out.println();
  }

  /** {@code = left, there before the first load (--adopted removes them): 2 auth_user}. */
  private void left(EntryReport entry) {
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    for (LeftRows left : entry.left()) {
      String reason =
          left.claimants().isEmpty()
              ? "not made by a load (--adopted removes them)"
              : "also of " + Printable.of(left.claimants());
      reasons
          .computeIfAbsent(reason, any -> new ArrayList<>())
          .add("%,d %s".formatted(left.rows(), left.table()));
    }
    reasons.forEach((reason, parts) -> wrapped("  = left, " + reason + ":", parts));
  }

  private String nothing(EntryReport entry) {
    if (kind.actions().contains(Action.DELETE)) {
      return "nothing there";
    }
    String done = kind == RunKind.VERIFY ? "as specified" : "nothing to do";
    return entry.counts().total() == 0 ? "nothing specified" : done;
  }

  /** The actions whose rows this entry's tables show as a count only. */
  private Set<Action> hidden(EntryReport entry) {
    long unchanged = 0;
    for (TableReport table : entry.tables()) {
      unchanged += shown(table, Action.UNCHANGED);
    }
    boolean all = verbose || unchanged <= FEW_UNCHANGED && kind != RunKind.VERIFY;
    return all ? Set.of() : Set.of(Action.UNCHANGED);
  }

  private long shown(TableReport table, Action action) {
    long along = verbose ? 0 : table.along().of(action);
    return table.counts().of(action) - along;
  }

  /** Returns how many rows there were to list. */
  private long table(TableReport table, Set<Action> hidden) {
    long listed = 0;
    for (Action action : Action.values()) {
      listed += hidden.contains(action) ? 0 : shown(table, action);
    }
    if (listed == 0) {
      return 0;
    }
    out.println("  " + table.table());
    RowLine line = new RowLine(paint, verbose);
    Map<Action, Long> printed = new EnumMap<>(Action.class);
    table.rows(
        row -> {
          if (!hidden.contains(row.action())) {
            printed.merge(row.action(), 1L, Long::sum);
            String indent = row.purpose() == Purpose.DERIVED ? "      " : "    ";
            out.println(indent + line.of(row));
          }
        });
    for (Action action : Action.values()) {
      long rows = table.counted().of(action);
      if (rows > 0 && !hidden.contains(action)) {
        out.println("    " + sign(action) + " " + Amount.of(rows, "row"));
      }
    }
    printed.forEach(
        (action, count) -> {
          long more = shown(table, action) - table.counted().of(action) - count;
          if (more > 0) {
            out.println(
                paint.dim(
                    "    %s … and %,d more (--verbose or --format json shows all)"
                        .formatted(sign(action), more)));
          }
        });
    return listed;
  }

  /** {@code + created with them: 2 auth_userprofile, 1 schedules_schedule}. */
  private void along(EntryReport entry, Action action) {
    List<String> parts = new ArrayList<>();
    for (TableReport table : entry.tables()) {
      long count = table.along().of(action);
      if (count > 0) {
        parts.add("%,d %s".formatted(count, table.table()));
      }
    }
    if (parts.isEmpty()) {
      return;
    }
    wrapped("  " + sign(action) + " " + kind.word(action) + " with them:", parts);
  }

  private void wrapped(String heading, List<String> parts) {
    StringBuilder line = new StringBuilder(heading);
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i) + (i < parts.size() - 1 ? "," : "");
      if (line.length() + 1 + part.length() > WIDTH) {
        out.println(paint.dim(line.toString()));
        line.setLength(0);
        line.append("   ");
      }
      line.append(' ').append(part);
    }
    out.println(paint.dim(line.toString()));
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
