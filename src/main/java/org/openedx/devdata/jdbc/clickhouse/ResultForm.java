package org.openedx.devdata.jdbc.clickhouse;

import java.util.HashMap;
import java.util.Map;

/** Form of rows as text: one line each, cells escaped and separated by tabs. */
enum ResultForm {
  /** A line of its own ends the result, so that one that was cut is seen. Needs settings. */
  MARKED("CustomSeparated", "CustomSeparatedWithNamesAndTypes"),
  /**
   * For users who may not change settings ({@code readonly=1}). Rows come below their names, so
   * that an answer with nothing in it is seen.
   */
  PLAIN("TabSeparatedWithNames", "TabSeparatedWithNamesAndTypes");

  private static final Map<String, String> MARK =
      Map.of(
          "format_custom_escaping_rule", "Escaped",
          "format_custom_field_delimiter", "\t",
          "format_custom_row_after_delimiter", "\n",
          "format_custom_result_after_delimiter", MarkedLines.MARK + "\n");

  private final String rows;
  private final String namedRows;

  ResultForm(String rows, String namedRows) {
    this.rows = rows;
    this.namedRows = namedRows;
  }

  /** ClickHouse's name of the format for rows alone. */
  String rows() {
    return rows;
  }

  /** ClickHouse's name of the format for rows below a line of names and one of types. */
  String namedRows() {
    return namedRows;
  }

  /**
   * The parameters of a statement's address.
   *
   * @param format one of this form's
   * @param serverSettings of the statement alone
   */
  Map<String, String> parameters(String format, Map<String, String> serverSettings) {
    Map<String, String> parameters = new HashMap<>();
    if (this == MARKED) {
      parameters.putAll(ProfileSettings.ofAStatement());
      parameters.putAll(MARK);
    }
    parameters.put("default_format", format);
    parameters.putAll(serverSettings);
    return parameters;
  }
}
