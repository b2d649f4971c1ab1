package org.openedx.devdata.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An empty database of one test on a real server; the {@link DatabaseTest} extension drops it.
 *
 * @param jdbcUrl Connector/J URL of this database, with options, without user and password
 * @param user account for {@code jdbcUrl}; unless made by {@link #withUser} it may do everything
 * @param password password of {@code user}, may be empty
 * @param name name of the database
 * @param flavour which family the server is of
 * @param version what {@code SELECT VERSION()} says, such as {@code 8.4.3} or {@code
 *     11.4.5-MariaDB}
 * @param scratch what the test made, to be dropped
 */
public record TestDatabase(
    String jdbcUrl,
    String user,
    String password,
    String name,
    Flavour flavour,
    String version,
    Scratch scratch) {

  /** As Tutor sets up its databases. */
  static final String CHARACTER_SET = "utf8mb4";

  static final String COLLATION = "utf8mb4_unicode_ci";

  /** Opens a connection; the caller closes it. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, user, password);
  }

  /** The variables by which devdata finds it as the database of a service. */
  public Map<String, String> variables(String ida) {
    String prefix = "DEVDATA_" + ida.toUpperCase(Locale.ROOT);
    return Map.of(prefix + "_URL", jdbcUrl, prefix + "_USER", user, prefix + "_PASSWORD", password);
  }

  /** The same database, reached with one more option of the driver. */
  public TestDatabase withOption(String option, String value) {
    return at(jdbcUrl + (jdbcUrl.contains("?") ? "&" : "?") + option + "=" + value);
  }

  /** The same database, reached with TLS where the server offers it. */
  public TestDatabase encrypted() {
    return at(Endpoint.encrypted(jdbcUrl));
  }

  private TestDatabase at(String url) {
    return new TestDatabase(url, user, password, name, flavour, version, null);
  }

  /**
   * Makes one more database for the same test.
   *
   * @param suffix lower-case end of its name, different for each of a test's databases
   */
  public TestDatabase another(String suffix) {
    return scratch.newDatabase(suffix, CHARACTER_SET, COLLATION);
  }

  /** Makes one more database, with another character set; devstack's is {@code utf8mb3}. */
  public TestDatabase another(String suffix, String characterSet, String collation) {
    return scratch.newDatabase(suffix, characterSet, collation);
  }

  /**
   * Makes an account that has only these privileges on this database.
   *
   * @param privileges as in GRANT: {@code "SELECT"}, {@code "SELECT, INSERT"}
   */
  public TestDatabase withUser(String privileges) {
    return scratch.newUser(this, privileges);
  }

  /** Runs statements on a connection of their own. */
  public void run(String... statements) throws SQLException {
    try (Connection connection = connect()) {
      Sql.run(connection, List.of(statements));
    }
  }

  /** Reads rows as text; see {@link Sql#rows}. */
  public List<List<String>> rows(String query) throws SQLException {
    try (Connection connection = connect()) {
      return Sql.rows(connection, query);
    }
  }

  /** Reads one value as text; see {@link Sql#value}. */
  public String value(String query) throws SQLException {
    try (Connection connection = connect()) {
      return Sql.value(connection, query);
    }
  }
}
