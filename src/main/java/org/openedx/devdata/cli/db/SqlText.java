package org.openedx.devdata.cli.db;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.cli.report.text.Paint;
import org.openedx.devdata.cli.report.text.Printable;
import org.openedx.devdata.jdbc.sql.ResultColumn;
import org.openedx.devdata.jdbc.sql.ResultListener;
import org.openedx.devdata.jdbc.sql.ResultRows;
import org.openedx.devdata.spec.Amount;

/**
 * Writes results of SQL as tables. Columns are as wide as the first {@value #MEASURED} rows need,
 * so that memory does not grow with the result. Not thread-safe.
 */
final class SqlText implements ResultListener {

  private static final int MEASURED = 1_000;
  private static final int CELL = 60;

  private final PrintWriter out;
  private final Paint paint;
  private final boolean whole;
  private final List<List<Object>> waiting = new ArrayList<>();
  private List<ResultColumn> columns = List.of();
  private int[] widths;
  private long rows;

  /**
   * @param whole whether long values are shown in full
   */
  SqlText(PrintWriter out, Paint paint, boolean whole) {
    this.out = out;
    this.paint = paint;
    this.whole = whole;
  }

  @Override
  public void rows(List<ResultColumn> found, ResultRows source) {
    columns = found;
    widths = null;
    rows = 0;
    waiting.clear();
    source.read(this::row);
    if (widths == null) {
      flush();
    }
    out.println(paint.dim(Amount.of(rows, "row")));
  }

  private boolean row(List<Object> values) {
    rows++;
    if (widths == null) {
      waiting.add(values);
      if (waiting.size() == MEASURED) {
        flush();
      }
    } else {
      print(values);
    }
    // A closed pipe wants no more.
    return rows % MEASURED != 0 || !out.checkError();
  }

  @Override
  public void changed(long count) {
    out.println(paint.dim(Amount.of(count, "row") + " changed"));
  }

  private void flush() {
    widths = new int[columns.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = Printable.width(Printable.of(columns.get(column).name()));
      for (List<Object> row : waiting) {
        widths[column] = Math.max(widths[column], Printable.width(text(row.get(column))));
      }
    }
    StringBuilder header = new StringBuilder();
    StringBuilder rule = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      cell(header, column, Printable.of(columns.get(column).name()));
      rule.append(column == 0 ? "" : "  ").append("-".repeat(widths[column]));
    }
    out.println(paint.bold(header.toString().stripTrailing()));
    out.println(paint.dim(rule.toString()));
    waiting.forEach(this::print);
    waiting.clear();
  }

  private void print(List<Object> values) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      cell(line, column, text(values.get(column)));
    }
    out.println(line.toString().stripTrailing());
  }

  private void cell(StringBuilder line, int column, String text) {
    String blanks = " ".repeat(Math.max(0, widths[column] - Printable.width(text)));
    line.append(column == 0 ? "" : "  ")
        .append(columns.get(column).number() ? blanks + text : text + blanks);
  }

  private String text(Object value) {
    if (value == null) {
      return "NULL";
    }
    String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    return whole ? Printable.of(text) : Printable.cut(text, CELL);
  }
}
