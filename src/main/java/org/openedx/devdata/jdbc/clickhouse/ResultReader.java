package org.openedx.devdata.jdbc.clickhouse;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.openedx.devdata.jdbc.sql.ReadFailure;
import org.openedx.devdata.jdbc.sql.ResultColumn;
import org.openedx.devdata.jdbc.sql.ResultListener;

/** Reads names, types and rows of escaped cells, row by row. Stateless. */
final class ResultReader {

  private static final Pattern WRAPPER = Pattern.compile("(?:Nullable|LowCardinality)\\((.*)\\)");
  private static final Pattern WHOLE = Pattern.compile("U?Int(?:8|16|32)|Int64");
  private static final Pattern LARGE = Pattern.compile("U?Int\\d+|Decimal.*");
  private static final Pattern REAL = Pattern.compile("Float\\d+|BFloat16");

  private ResultReader() {}

  /**
   * Hands everything over; false when the statement gives no rows at all.
   *
   * @param givesRows whether there must be some, or at least their names
   */
  static boolean read(MarkedLines in, boolean givesRows, ResultListener listener)
      throws IOException {
    String names = givesRows ? in.names() : in.nextIfAny();
    if (names == null) {
      return false;
    }
    List<String> types = TabSeparated.cells(in.names()).stream().map(ResultReader::bare).toList();
    if (TabSeparated.cells(names).size() != types.size()) {
      throw in.broken();
    }
    List<ResultColumn> columns = new ArrayList<>();
    for (String name : TabSeparated.cells(names)) {
      columns.add(new ResultColumn(name, isNumber(types.get(columns.size()))));
    }
    try {
      listener.rows(columns, taker -> rows(in, types, taker));
    } catch (ReadFailure e) {
      throw (IOException) e.getCause();
    }
    return true;
  }

  private static void rows(MarkedLines in, List<String> types, Predicate<List<Object>> taker) {
    try {
      boolean wanted = true;
      while (wanted) {
        String line = in.next();
        wanted = line != null && taker.test(row(in, types, TabSeparated.cells(line)));
      }
    } catch (IOException e) {
      throw new ReadFailure(e);
    }
  }

  private static List<Object> row(MarkedLines in, List<String> types, List<String> cells)
      throws IOException {
    if (cells.size() != types.size()) {
      throw in.broken();
    }
    List<Object> row = new ArrayList<>(cells.size());
    try {
      for (String cell : cells) {
        row.add(value(types.get(row.size()), cell));
      }
      return row;
    } catch (NumberFormatException e) {
      throw in.broken();
    }
  }

  private static String bare(String type) {
    var matcher = WRAPPER.matcher(type);
    return matcher.matches() ? bare(matcher.group(1)) : type;
  }

  private static boolean isNumber(String type) {
    return LARGE.matcher(type).matches() || REAL.matcher(type).matches();
  }

  private static Object value(String type, String cell) {
    if (cell == null) {
      return null;
    }
    if (WHOLE.matcher(type).matches()) {
      return Long.valueOf(cell);
    }
    if (LARGE.matcher(type).matches()) {
      return new BigDecimal(cell);
    }
    // JSON has no words for infinity and for what is no number.
    return REAL.matcher(type).matches() && cell.matches("[-+.0-9e]+") ? Double.valueOf(cell) : cell;
  }
}
