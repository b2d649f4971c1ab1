package org.openedx.devdata.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Variables of a session that decide what statements do, set to MySQL's own defaults: a session
 * begins with those of the server, which its administrator may have changed for others. Each may be
 * set without a privilege. Stateless.
 */
final class SessionVariables {

  private static final Map<String, String> VALUES = values();

  /** Look-ups that are cut would find less than there is, or fail, also this class's own. */
  private static final String UNLIMITED =
      "SET SESSION sql_select_limit = 18446744073709551615, sql_big_selects = 1, %s = 0";

  private static final String KNOWN =
      VALUES.keySet().stream()
          .collect(
              Collectors.joining("', '", "SHOW SESSION VARIABLES WHERE Variable_name IN ('", "')"));

  private SessionVariables() {}

  private static Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    // Times are written and read in UTC.
    values.put("time_zone", "'+00:00'");
    values.put("group_concat_max_len", "1048576");
    values.put("sql_auto_is_null", "0");
    values.put("sql_safe_updates", "0");
    values.put("foreign_key_checks", "1");
    values.put("unique_checks", "1");
    values.put("completion_type", "0");
    // Seconds. A session waits while rows are made, or for the databases of other entries.
    values.put("wait_timeout", "28800");
    values.put("net_read_timeout", "600");
    values.put("net_write_timeout", "600");
    values.put("idle_transaction_timeout", "0");
    values.put("idle_readonly_transaction_timeout", "0");
    values.put("idle_write_transaction_timeout", "0");
    return values;
  }

  /** Sets those that the server knows: MySQL and MariaDB differ in some. */
  static void set(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // No statement takes too long: a large look-up is one, and a busy server's answer to a small.
      statement.execute(
          UNLIMITED.formatted(
              MySqlDatabase.isMariaDb(connection) ? "max_statement_time" : "max_execution_time"));
      List<String> settings = new ArrayList<>();
      try (ResultSet known = statement.executeQuery(KNOWN)) {
        while (known.next()) {
          settings.add(known.getString(1) + " = " + VALUES.get(known.getString(1)));
        }
      }
      statement.execute("SET SESSION " + String.join(", ", settings));
    }
  }
}
