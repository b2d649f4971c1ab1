package org.openedx.devdata.jdbc.clickhouse;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.sql.ResultListener;
import org.openedx.devdata.jdbc.sql.SqlStatement;

/** Runs a person's statements, one request each; there are no transactions. Stateless. */
public final class ClickHouseScript {

  private static final Pattern POSITION = Pattern.compile("failed at position (\\d+)");

  private ClickHouseScript() {}

  /**
   * Runs statements until one fails.
   *
   * @param source name of the script, for messages
   * @throws DatabaseException naming the place of the statement that failed
   */
  public static void run(
      ClickHouse server, String source, List<SqlStatement> statements, ResultListener listener) {
    for (SqlStatement statement : statements) {
      try {
        server.query(statement.text(), listener);
      } catch (ClickHouseException e) {
        if (e.code() == ClickHouseException.NO_ANSWER) {
          throw e;
        }
        String said = e.getMessage().replaceAll("\\s+", " ");
        throw new DatabaseException(source + ":" + place(statement, said) + ": " + said, e);
      }
    }
  }

  /** Place at which the server failed; the beginning of the statement when it does not say. */
  private static String place(SqlStatement statement, String said) {
    Matcher matcher = POSITION.matcher(said);
    int position = matcher.find() ? Integer.parseInt(matcher.group(1)) - 1 : 0;
    return statement.placeOf(Math.min(position, statement.text().length()));
  }
}
