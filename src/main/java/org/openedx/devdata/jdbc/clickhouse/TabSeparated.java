package org.openedx.devdata.jdbc.clickhouse;

/** The escapes of ClickHouse's TabSeparated format. */
final class TabSeparated {

  private TabSeparated() {}

  /** The value of a cell; {@code \N} is null. */
  static String unescape(String cell) {
    if (cell.indexOf('\\') < 0) {
      return cell;
    }
    if (cell.equals("\\N")) {
      return null;
    }
    StringBuilder text = new StringBuilder(cell.length());
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c != '\\' || i + 1 == cell.length()) {
        text.append(c);
        continue;
      }
      i++;
      text.append(
          switch (cell.charAt(i)) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '0' -> '\0';
            default -> cell.charAt(i);
          });
    }
    return text.toString();
  }
}
