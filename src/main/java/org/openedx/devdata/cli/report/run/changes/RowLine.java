package org.openedx.devdata.cli.report.run.changes;

import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.cli.report.text.Paint;
import org.openedx.devdata.cli.report.text.Printable;
import org.openedx.devdata.plan.ColumnChange;
import org.openedx.devdata.plan.RowChange;
import org.openedx.devdata.plan.row.Purpose;
import org.openedx.devdata.spec.Amount;

/**
 * One row as a line of the report.
 *
 * @param paint colours
 * @param verbose whether every differing column is shown, in full
 */
public record RowLine(Paint paint, boolean verbose) {

  private static final int COLUMNS_SHOWN = 3;
  private static final int LABEL_WIDTH = 100;
  private static final int VALUE_WIDTH = 40;

  public String of(RowChange row) {
    String label =
        row.label().isEmpty()
            ? "(no natural key, for the record at " + row.position() + ")"
            : Printable.cut(row.label(), verbose ? Integer.MAX_VALUE / 8 : LABEL_WIDTH);
    String reason = row.reason().isEmpty() ? "" : paint.dim(" (" + row.reason() + ")");
    boolean subordinate = row.purpose() != Purpose.DECLARED && row.columns().isEmpty();
    String line =
        switch (row.action()) {
          case CREATE -> paint.green("+ ") + (subordinate ? label : paint.green(label));
          case UPDATE -> paint.yellow("~ ") + paint.yellow(label) + differences(row.columns());
          case UNCHANGED -> paint.dim("= " + label);
          case DELETE -> paint.red("- ") + (subordinate ? label : paint.red(label));
        };
    return line + reason;
  }

  private String differences(List<ColumnChange> columns) {
    int shown = verbose ? columns.size() : Math.min(columns.size(), COLUMNS_SHOWN);
    List<String> parts = new ArrayList<>();
    for (ColumnChange change : columns.subList(0, shown)) {
      parts.add(change.column() + ": " + values(change));
    }
    if (shown < columns.size()) {
      parts.add("… and " + Amount.of(columns.size() - shown, "more column"));
    }
    return "  " + String.join(", ", parts);
  }

  /** Long values are cut so that the first difference is seen. */
  private String values(ColumnChange change) {
    String before = change.before() == null ? "NULL" : change.before();
    String after = change.after() == null ? "NULL" : change.after();
    if (verbose) {
      return Printable.of(before) + " -> " + Printable.of(after);
    }
    int from = firstShown(before, after);
    return part(before, from) + " -> " + part(after, from);
  }

  private static String part(String value, int from) {
    return (from == 0 ? "" : "…")
        + Printable.cut(value.substring(Math.min(from, value.length())), VALUE_WIDTH);
  }

  private static int firstShown(String before, String after) {
    if (Math.max(before.length(), after.length()) <= VALUE_WIDTH) {
      return 0;
    }
    int same = 0;
    int common = Math.min(before.length(), after.length());
    while (same < common && before.charAt(same) == after.charAt(same)) {
      same++;
    }
    int from = same < VALUE_WIDTH / 2 ? 0 : same - VALUE_WIDTH / 4;
    boolean splits = from > 0 && Character.isLowSurrogate(before.charAt(from));
    return splits ? from - 1 : from;
  }
}
