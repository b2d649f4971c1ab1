package org.openedx.devdata.jdbc;

import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The parts of a JDBC URL that devdata looks at, and the driver options it adds. Stateless. */
public final class MySqlUrl {

  private static final int DEFAULT_PORT = 3306;

  private static final Pattern FORM =
      Pattern.compile(
          "jdbc:(?:mysql|mariadb)://(?:[^@/?]*@)?(?<host>\\[[0-9a-fA-F:]+\\]|[^:/?,]+)"
              + "(?::(?<port>\\d+))?/(?<database>[^?]*)(?:\\?(?<options>.*))?");

  /**
   * Driver options and their reasons: date-times are UTC and never shifted; {@code tinyint(1)}
   * stays a number; updates report matched rows; a server may ask for no local file but the stream
   * that we hand over (the path names no folder); plain local connections may fetch the server's
   * key; what does not greet in time is no server, while a statement may take as long as it does.
   */
  private static final Map<String, String> OPTIONS = options();

  private static final String ANSWER_TIME = "socketTimeout";
  private static final String SESSION = "sessionVariables=";

  /**
   * Django's own sessions are strict; without it MySQL would cut long values in silence. The driver
   * sets it itself, since how it quotes and escapes follows from the mode that it then finds.
   */
  private static final String SQL_MODE =
      "sql_mode='STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO'";

  /**
   * Driver properties, in lower case, by which a connection leads elsewhere than to the URL's host
   * or its credentials do: a proxy, look-ups in the domain name system, code that makes sockets or
   * rewrites the properties, another server that is asked who the user is.
   */
  private static final Set<String> REDIRECTS =
      Set.of(
          "socksproxyhost", "dnssrv", "socketfactory", "propertiestransform", "ldapserverhostname");

  /** Driver properties, in lower case, that say whether a connection is encrypted. */
  private static final Set<String> ENCRYPTION = Set.of("sslmode", "usessl", "requiressl");

  private MySqlUrl() {}

  private static Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("connectionTimeZone", "UTC");
    options.put("forceConnectionTimeZoneToSession", "true");
    options.put("preserveInstants", "false");
    options.put("tinyInt1isBit", "false");
    options.put("characterEncoding", "UTF-8");
    options.put("useServerPrepStmts", "false");
    options.put("rewriteBatchedStatements", "true");
    options.put("allowLoadLocalInfileInPath", "/nonexistent/devdata");
    options.put("allowPublicKeyRetrieval", "true");
    options.put("connectTimeout", "10000");
    options.put("tcpKeepAlive", "true");
    options.put(ANSWER_TIME, "60000");
    return options;
  }

  /**
   * Adds the driver options that the URL does not set itself.
   *
   * @throws DatabaseException when the URL has another form
   */
  static String withOptions(String url) {
    Matcher matcher = match(url);
    String given = matcher.group("options") == null ? "" : matcher.group("options");
    StringBuilder full =
        new StringBuilder(
            url.replaceFirst("^jdbc:mariadb:", "jdbc:mysql:").replaceFirst("\\?.*", ""));
    full.append('?').append(given);
    OPTIONS.forEach(
        (name, value) -> {
          if (!("&" + given).contains("&" + name + "=")) {
            full.append(full.charAt(full.length() - 1) == '?' ? "" : "&")
                .append(name)
                .append('=')
                .append(value);
          }
        });
    String others = full.toString();
    int session = others.indexOf(SESSION);
    // Of two values of one variable the second one counts.
    return session < 0
        ? others + "&" + SESSION + SQL_MODE
        : others.replaceFirst("(" + SESSION + "[^&]*)", "$1," + SQL_MODE);
  }

  /** Takes the limit of time for the greeting from a connection that is open. */
  static void greeted(Connection connection, String url) throws SQLException {
    if (!url.contains(ANSWER_TIME + "=")) {
      connection.setNetworkTimeout(Runnable::run, 0);
    }
  }

  /** The URL without credentials and options. */
  public static String masked(String url) {
    Matcher matcher = FORM.matcher(url);
    return matcher.matches()
        ? "jdbc:mysql://"
            + matcher.group("host")
            + (matcher.group("port") == null ? "" : ":" + matcher.group("port"))
            + "/"
            + matcher.group("database")
        : url.replaceAll("\\?.*", "").replaceAll("//[^/@]*@", "//");
  }

  /** Name of the database (schema) in the URL. */
  public static String database(String url) {
    return match(url).group("database");
  }

  /** Host and port, with MySQL's default port when the URL names none. */
  static InetSocketAddress address(String url) {
    Matcher matcher = match(url);
    String port = matcher.group("port");
    return new InetSocketAddress(
        matcher.group("host"), port == null ? DEFAULT_PORT : Integer.parseInt(port));
  }

  /** The same URL with another database (schema). */
  public static String inDatabase(String url, String database) {
    Matcher matcher = match(url);
    return url.substring(0, matcher.start("database"))
        + database
        + url.substring(matcher.end("database"));
  }

  /** The driver property of the URL that leads elsewhere than to its host, if there is one. */
  public static Optional<String> redirect(String url) {
    String given = match(url).group("options");
    for (String option : given == null ? new String[0] : given.split("&", -1)) {
      String[] parts = option.split("=", 2);
      String name = decoded(parts[0]);
      boolean off = parts.length < 2 || parts[1].isEmpty() || parts[1].equalsIgnoreCase("false");
      if (!off && REDIRECTS.contains(name.toLowerCase(Locale.ROOT))) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** Returns whether the URL says itself if the connection is encrypted. */
  static boolean saysEncryption(String url) {
    String given = match(url).group("options");
    return given != null
        && Stream.of(given.split("&", -1))
            .map(option -> decoded(option.split("=", 2)[0]).toLowerCase(Locale.ROOT))
            .anyMatch(ENCRYPTION::contains);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8).strip();
    } catch (IllegalArgumentException notEncoded) {
      return text.strip();
    }
  }

  /**
   * Returns whether a connection ends on this machine: the host is it, and no property leads
   * elsewhere.
   */
  public static boolean isLocal(String url) {
    return redirect(url).isEmpty() && ThisMachine.is(match(url).group("host"));
  }

  private static Matcher match(String url) {
    Matcher matcher = FORM.matcher(url);
    if (!matcher.matches()) {
      throw new DatabaseException(
          "'" + masked(url) + "' is not a database URL; expected jdbc:mysql://HOST:PORT/DATABASE");
    }
    return matcher;
  }
}
