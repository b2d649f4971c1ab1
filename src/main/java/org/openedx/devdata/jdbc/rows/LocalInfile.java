package org.openedx.devdata.jdbc.rows;

import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.conf.RuntimeProperty;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.jdbc.JdbcStatement;
import java.io.InputStream;
import java.sql.SQLException;
import java.sql.Statement;
import org.openedx.devdata.jdbc.MySqlUrl;

/**
 * Hands a stream to {@code LOAD DATA LOCAL}. A server may answer any statement with the demand for
 * a file of ours, so the driver is allowed to give something only while our stream stands for it;
 * see {@link MySqlUrl} for the rest of the time. Stateless.
 */
public final class LocalInfile {

  private LocalInfile() {}

  /**
   * Runs a statement that takes the stream.
   *
   * @return how many rows the server inserted
   */
  public static long load(Statement statement, String sql, InputStream rows) throws SQLException {
    RuntimeProperty<Boolean> allowed =
        statement
            .getConnection()
            .unwrap(JdbcConnection.class)
            .getPropertySet()
            .getBooleanProperty(PropertyKey.allowLoadLocalInfile);
    boolean before = allowed.getValue();
    statement.unwrap(JdbcStatement.class).setLocalInfileInputStream(rows);
    allowed.setValue(true);
    try {
      return statement.executeLargeUpdate(sql);
    } finally {
      allowed.setValue(before);
    }
  }
}
