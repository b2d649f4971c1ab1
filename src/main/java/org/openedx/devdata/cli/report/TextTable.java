package org.openedx.devdata.cli.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Lays text out in columns that line up on a terminal. Not thread-safe. */
public final class TextTable {

  /** Where a column's cells stand. */
  public enum Align {
    LEFT,
    RIGHT
  }

  private static final String GAP = "  ";

  private final List<Align> columns;
  private final List<List<String>> rows = new ArrayList<>();

  public TextTable(List<Align> columns) {
    this.columns = List.copyOf(columns);
  }

  /** Adds a row; cells must be {@link Printable}. */
  public void row(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  /** Writes all rows, each behind an indentation; the first one bold. */
  public void print(PrintWriter out, String indent, Paint paint) {
    int[] widths = widths();
    for (int row = 0; row < rows.size(); row++) {
      String line = indent + line(rows.get(row), widths).stripTrailing();
      out.println(row == 0 ? paint.bold(line) : line);
    }
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < columns.size(); column++) {
      String cell = cells.get(column);
      String blanks = " ".repeat(widths[column] - Printable.width(cell));
      line.append(column == 0 ? "" : GAP)
          .append(columns.get(column) == Align.RIGHT ? blanks + cell : cell + blanks);
    }
    return line.toString();
  }

  private int[] widths() {
    int[] widths = new int[columns.size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], Printable.width(row.get(column)));
      }
    }
    return widths;
  }
}
