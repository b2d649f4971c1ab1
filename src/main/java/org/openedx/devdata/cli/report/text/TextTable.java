package org.openedx.devdata.cli.report.text;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays text out in columns that line up on a terminal of 80 columns. Where that is too narrow, the
 * widest column of text gives way: after a cell that is wider the row goes on in a line of its own,
 * unless it ends there. Not thread-safe.
 */
public final class TextTable {

  /** Alignment of a column's cells. */
  public enum Align {
    LEFT,
    RIGHT
  }

  private static final String GAP = "  ";
  private static final int COLUMNS = 80;

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
    int[] widths = narrowed(widths(), COLUMNS - indent.length());
    for (int row = 0; row < rows.size(); row++) {
      for (String line : lines(rows.get(row), widths)) {
        String shown = (indent + line).stripTrailing();
        out.println(row == 0 ? paint.bold(shown) : shown);
      }
    }
  }

  private List<String> lines(List<String> cells, int[] widths) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int end = 0;
    for (int column = 0; column < columns.size(); column++) {
      String cell = cells.get(column);
      String blanks = " ".repeat(Math.max(0, widths[column] - Printable.width(cell)));
      line.append(column == 0 ? "" : GAP)
          .append(columns.get(column) == Align.RIGHT ? blanks + cell : cell + blanks);
      end += (column == 0 ? 0 : GAP.length()) + widths[column];
      if (Printable.width(cell) > widths[column] && column < columns.size() - 1) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(end));
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /** The widths with what is too much taken from the widest column of text. */
  private int[] narrowed(int[] widths, int room) {
    int all = (widths.length - 1) * GAP.length();
    int widest = -1;
    for (int column = 0; column < widths.length; column++) {
      all += widths[column];
      boolean text = columns.get(column) == Align.LEFT;
      if (text && (widest < 0 || widths[column] > widths[widest])) {
        widest = column;
      }
    }
    if (all > room && widest >= 0) {
      int heading = Printable.width(rows.get(0).get(widest));
      widths[widest] = Math.max(heading, widths[widest] - (all - room));
    }
    return widths;
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
