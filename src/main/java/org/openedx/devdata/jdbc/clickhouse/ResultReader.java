package org.openedx.devdata.jdbc.clickhouse;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.openedx.devdata.jdbc.sql.ResultColumn;
import org.openedx.devdata.jdbc.sql.ResultListener;

/** Reads ClickHouse's format TabSeparatedWithNamesAndTypes, row by row. Stateless. */
final class ResultReader {

  private static final Pattern WRAPPER = Pattern.compile("(?:Nullable|LowCardinality)\\((.*)\\)");
  private static final Pattern WHOLE = Pattern.compile("U?Int(?:8|16|32)|Int64");
  private static final Pattern LARGE = Pattern.compile("U?Int\\d+|Decimal.*");
  private static final Pattern REAL = Pattern.compile("Float\\d+|BFloat16");

  private ResultReader() {}

  /** Hands everything over; false when the statement gives no rows at all. */
  static boolean read(BufferedReader in, ResultListener listener) throws IOException {
    String names = in.readLine();
    if (names == null) {
      return false;
    }
    List<String> types =
        TabSeparated.cells(in.readLine()).stream().map(ResultReader::bare).toList();
    List<ResultColumn> columns = new ArrayList<>();
    for (String name : TabSeparated.cells(names)) {
      columns.add(new ResultColumn(name, isNumber(types.get(columns.size()))));
    }
    listener.columns(columns);
    boolean wanted = true;
    for (String line = in.readLine(); wanted && line != null; line = in.readLine()) {
      List<Object> row = new ArrayList<>(columns.size());
      for (String cell : TabSeparated.cells(line)) {
        row.add(value(types.get(row.size()), cell));
      }
      wanted = listener.row(row);
    }
    listener.rowsEnd();
    return true;
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
