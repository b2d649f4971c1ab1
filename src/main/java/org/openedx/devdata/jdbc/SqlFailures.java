package org.openedx.devdata.jdbc;

import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns what drivers and servers say into sentences with a way out. Error numbers are MySQL's and
 * MariaDB's, which agree on these. Stateless.
 */
public final class SqlFailures {

  /** A field without a default; MySQL's check constraint. Both come with the state HY000. */
  private static final Set<Integer> ROWS = Set.of(1364, 3819);

  /** Rights on a database, a table, a column, and those of an administrator. */
  private static final Set<Integer> DENIED = Set.of(1044, 1142, 1143, 1227);

  private static final int REFUSED_LOGIN = 1045;
  private static final int REFERRED_TO = 1451;
  private static final int UNKNOWN_DATABASE = 1049;
  private static final int NO_TABLE = 1146;

  private static final Pattern OF_SERVER = Pattern.compile("^.*, +message from server: \"(.*)\"$");

  private SqlFailures() {}

  /** The failure as an exception for people, or the same one when it already is. */
  public static DatabaseException explain(String where, Throwable failure) {
    if (failure instanceof DatabaseException known) {
      return known;
    }
    SQLException sql = sqlCause(failure);
    return new DatabaseException(
        where + ": " + (sql == null ? String.valueOf(failure.getMessage()) : sentence(sql)),
        failure);
  }

  /** As {@link #explain}, for a connection that could not be opened. */
  static DatabaseException unopened(ConnectionSettings settings, Throwable failure) {
    SQLException sql = sqlCause(failure);
    if (sql != null && LostConnection.isOfAnotherProtocol(sql)) {
      return new DatabaseException(
          "cannot open %s: what answers there is not MySQL; check host and port, and what stands between"
              .formatted(settings.label()),
          failure);
    }
    DatabaseException explained = explain("cannot open " + settings.label(), failure);
    return sql == null || sql.getErrorCode() != REFUSED_LOGIN
        ? explained
        : new DatabaseException(
            "%s (%s, %s)"
                .formatted(
                    explained.getMessage(),
                    ConnectionSettings.variable(settings.ida(), "USER"),
                    ConnectionSettings.variable(settings.ida(), "PASSWORD")),
            failure);
  }

  /** Returns whether the server has no database of the name that was asked for. */
  public static boolean isUnknownDatabase(Throwable failure) {
    SQLException sql = sqlCause(failure);
    return sql != null && sql.getErrorCode() == UNKNOWN_DATABASE;
  }

  /** Returns whether a table that was named is not there. */
  static boolean isNoTable(SQLException failure) {
    return failure.getErrorCode() == NO_TABLE || failure.getErrorCode() == UNKNOWN_DATABASE;
  }

  /** Returns whether a database is behind the failure. */
  public static boolean isSql(Throwable failure) {
    return sqlCause(failure) != null;
  }

  /**
   * Returns whether the failure comes from a row's values, and not from the connection or the
   * session.
   */
  public static boolean isAboutRows(SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    return state.startsWith("22")
        || state.startsWith("23")
        || state.startsWith("45")
        || ROWS.contains(failure.getErrorCode());
  }

  /** Returns whether a row cannot go because another one refers to it. */
  public static boolean isReferredTo(SQLException failure) {
    return failure.getErrorCode() == REFERRED_TO;
  }

  /** Returns whether the server lets other users do this. */
  public static boolean isDenied(Throwable failure) {
    SQLException sql = sqlCause(failure);
    return sql != null && DENIED.contains(sql.getErrorCode());
  }

  static SQLException sqlCause(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }

  /** One sentence: what the server said and what to do about it. */
  public static String sentence(SQLException failure) {
    String said = firstLine(failure.getMessage());
    return switch (failure.getErrorCode()) {
      case 1044 -> said + "; grant the user rights on this database";
      case REFUSED_LOGIN -> said + "; check user and password";
      case UNKNOWN_DATABASE ->
          said
              + "; is the service installed there (ecommerce is deprecated and often is not)? create"
              + " and migrate its database, correct the URL, or name the others with --only";
      case 1040, 1203 -> said + "; the server has too many connections, try again later";
      case 1142, 1143, 1227, 1370 -> said + "; the user may not do this, grant it the right";
      case 1290, 1792, 1836 -> said + "; the server or the session is read-only";
      case NO_TABLE -> said + "; has the service been migrated?";
      case 1205 ->
          said
              + "; another session holds the rows, stop it or raise innodb_lock_wait_timeout,"
              + " then run again";
      case 1213 -> said + "; nothing was written, run again";
      case 1021, 1114 -> said + "; the server's disk or table is full";
      case 1153 -> said + "; raise the server's max_allowed_packet";
      case REFERRED_TO ->
          said + "; rows that the specs do not describe refer to it, remove those first";
      default -> LostConnection.is(failure) ? LostConnection.sentence(said, failure) : said;
    };
  }

  static String firstLine(String message) {
    if (message == null) {
      return "no message";
    }
    String line = message.strip();
    int end = line.indexOf('\n');
    String first = end < 0 ? line : line.substring(0, end).strip();
    // The driver puts its own words for an SQL state in front of a server's that refuses to begin.
    return OF_SERVER.matcher(first).replaceFirst("the server says: $1");
  }
}
