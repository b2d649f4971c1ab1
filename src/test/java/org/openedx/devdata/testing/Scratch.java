package org.openedx.devdata.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The databases and users that one test made; closing drops them, last made first.
 *
 * <p>Not thread-safe: a test makes what it needs before it starts threads.
 */
final class Scratch implements AutoCloseable {

  private final TestServer server;
  private final String prefix;
  private final Deque<String> undo = new ArrayDeque<>();
  private final TestDatabase database;

  private Scratch(TestServer server, String prefix) {
    this.server = server;
    this.prefix = prefix;
    this.database = newDatabase("main", TestDatabase.CHARACTER_SET, TestDatabase.COLLATION);
  }

  /**
   * Makes a database whose name no other test has, also not one of another JVM on the same server.
   */
  static Scratch on(TestServer server, String owner) {
    return new Scratch(
        server,
        "t%08x_%s".formatted(owner.hashCode(), UUID.randomUUID().toString().substring(0, 8)));
  }

  TestDatabase database() {
    return database;
  }

  TestServer server() {
    return server;
  }

  TestDatabase newDatabase(String suffix, String characterSet, String collation) {
    String name = (prefix + "_" + suffix).toLowerCase(Locale.ROOT);
    run(
        "CREATE DATABASE `%s` CHARACTER SET %s COLLATE %s"
            .formatted(name, characterSet, collation));
    undo.push("DROP DATABASE IF EXISTS `%s`".formatted(name));
    return new TestDatabase(
        server.url(name),
        server.user(),
        server.password(),
        name,
        server.flavour(),
        server.version(),
        this);
  }

  TestDatabase newUser(TestDatabase of, String privileges) {
    // 32 characters are the longest name that MySQL allows.
    String user = "u%d_%s".formatted(undo.size(), prefix.substring(1));
    String password = "of-" + user;
    run("CREATE USER '%s'@'%%' IDENTIFIED BY '%s'".formatted(user, password));
    undo.push("DROP USER IF EXISTS '%s'@'%%'".formatted(user));
    run("GRANT %s ON `%s`.* TO '%s'@'%%'".formatted(privileges, of.name(), user));
    return new TestDatabase(
        of.jdbcUrl(), user, password, of.name(), of.flavour(), of.version(), this);
  }

  @Override
  public void close() {
    undo.forEach(this::run);
    undo.clear();
  }

  private void run(String sql) {
    try (Connection connection = server.connect()) {
      Sql.run(connection, List.of(sql));
    } catch (SQLException e) {
      throw new IllegalStateException("test server refused: " + sql, e);
    }
  }
}
