package org.openedx.devdata.cli.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.console.Terminal;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.MySqlUrl;
import org.openedx.devdata.service.ServiceRegistry;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;

@DatabaseTest
class EmptyCommandTest {

  private static final String SPEC =
      """
      users:
        - {username: alice, email: alice@example.com}
        - {username: bob, email: bob@example.com}
      courses:
        - course_id: course-v1:edX+DemoX+Demo_Course
      enrollments:
        - {username: alice, course_id: "course-v1:edX+DemoX+Demo_Course", mode: verified}
      """;

  @TempDir private Path folder;
  private TestDatabase database;
  private CommandLab lab;

  @BeforeEach
  void migrated(TestDatabase fresh) throws SQLException {
    database = fresh;
    ServiceRegistry registry = ServiceRegistry.standard();
    registry
        .sql("lms")
        .orElseThrow()
        .embed(
            settings("lms", MySqlUrl.inDatabase(fresh.jdbcUrl(), "")),
            settings("lms", fresh.jdbcUrl()),
            fresh.name());
    // What migrations of the platform put there, and what its users have done since.
    fresh.run(
        "CREATE TABLE django_content_type (id int AUTO_INCREMENT PRIMARY KEY, app_label varchar(9))",
        "INSERT INTO django_content_type (app_label) VALUES ('auth'), ('lms')",
        "CREATE TABLE milestones_milestonerelationshiptype (id int AUTO_INCREMENT PRIMARY KEY, name"
            + " varchar(25))",
        "INSERT INTO milestones_milestonerelationshiptype (name) VALUES ('requires'), ('fulfills')");
    lab =
        new CommandLab(folder)
            .database("lms", fresh)
            .file("top.yaml", "- {ida: lms, path: lms.yaml}")
            .file("lms.yaml", SPEC);
  }

  private ConnectionSettings settings(String ida, String url) {
    return new ConnectionSettings("test", ida, url, database.user(), database.password());
  }

  @Test
  void aLoadedDatabaseBecomesWhatItWas() throws SQLException {
    Map<String, String> before = checksums();
    CommandLab.Result nothing = lab.run("empty", "--yes", "--only", "lms");
    assertThat(nothing.code()).isEqualTo(ExitCode.DONE);
    assertThat(nothing.out()).contains("Nothing to remove");
    assertThat(checksums()).isEqualTo(before);

    load();
    CommandLab.Result result = lab.run("empty", "--yes", "--only", "lms");

    assertThat(result.err()).contains("auth_user ").contains("student_courseenrollment ");
    assertThat(result.code()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("rows removed");
    assertThat(checksums()).isEqualTo(before);
    load();
    assertThat(database.value("SELECT MIN(id) FROM auth_user")).isEqualTo("1");
  }

  @Test
  void aDryRunShowsCountsAndRemovesNothing() throws SQLException {
    load();
    Map<String, String> before = checksums();

    CommandLab.Result result = lab.run("empty", "--dry-run", "--only", "lms", "--format", "json");

    assertThat(result.code()).isEqualTo(ExitCode.DONE);
    assertThat(result.out().replaceAll("\\s+", ""))
        .contains("{\"table\":\"auth_user\",\"removed\":2,\"kept\":0}")
        .contains("\"notCovered\":[\"MongoDB\"]");
    assertThat(checksums()).isEqualTo(before);
  }

  /** A slip in an address must not empty the accounts of a server, or another program. */
  @Test
  void databasesOfServersAndOfOtherProgramsAreRefused() throws SQLException {
    for (String name : List.of("mysql", "sys", "performance_schema", "information_schema")) {
      CommandLab.Result result =
          lab.variable("DEVDATA_LMS_URL", database.jdbcUrl().replace(database.name(), name))
              .run("empty", "--yes", "--only", "lms");
      assertThat(result.code()).as(name).isEqualTo(ExitCode.FAILED);
      assertThat(result.err()).contains("'" + name + "' is the server's own database");
    }
    TestDatabase nothing = database.another("nothing");
    assertThat(lab.database("lms", nothing).run("empty", "--yes", "--only", "lms").err())
        .contains("it is not one that a service migrated");
    TestDatabase blog = database.another("blog");
    blog.run("CREATE TABLE posts (id int PRIMARY KEY)", "INSERT INTO posts VALUES (1)");
    CommandLab.Result result = lab.database("lms", blog).run("empty", "--yes", "--only", "lms");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).contains("it is not one that a service migrated; nothing was removed");
    assertThat(blog.value("SELECT COUNT(*) FROM posts")).isEqualTo("1");
  }

  @Test
  void aScriptMustSayYesAndATerminalIsAsked() throws SQLException {
    load();

    CommandLab.Result script = lab.run("empty", "--only", "lms");
    assertThat(script.code()).isEqualTo(ExitCode.USAGE);
    assertThat(script.err()).contains("--yes");

    lab.terminal(new Terminal(true, false, false, 80)).input("n\n");
    CommandLab.Result no = lab.run("empty", "--only", "lms");
    assertThat(no.code()).isEqualTo(ExitCode.FAILED);
    assertThat(no.err()).contains("Remove ").contains("nothing was removed");
    assertThat(database.value("SELECT COUNT(*) FROM auth_user")).isEqualTo("2");
  }

  @Test
  void tablesOfUnknownAppsAreNamedAndCanBeKept() throws SQLException {
    database.run("CREATE TABLE homegrown_thing (id int PRIMARY KEY)");
    database.run("INSERT INTO homegrown_thing VALUES (1), (2)");

    CommandLab.Result dry = lab.run("empty", "--dry-run", "--only", "lms");
    assertThat(dry.out()).contains("of apps that devdata does not know: homegrown_thing");

    CommandLab.Result missing =
        lab.run("empty", "--yes", "--only", "lms", "--keep", "homegrown_thin");
    assertThat(missing.code()).isEqualTo(ExitCode.FAILED);
    assertThat(missing.err()).contains("did you mean \"homegrown_thing\"?");

    lab.run("empty", "--yes", "--only", "lms", "--keep", "homegrown_thing");
    assertThat(database.value("SELECT COUNT(*) FROM homegrown_thing")).isEqualTo("2");
    lab.run("empty", "--yes", "--only", "lms");
    assertThat(database.value("SELECT COUNT(*) FROM homegrown_thing")).isEqualTo("0");
  }

  /** Names of tables and columns are no parameters, whatever signs they hold. */
  @Test
  void namesWithTheSignsOfParametersAreCounted() throws SQLException {
    database.run("CREATE TABLE anchors (id int PRIMARY KEY)", "INSERT INTO anchors VALUES (1)");
    List<String> names =
        List.of("what?", "a??b", ":name", "back\\slash", "quo'te", "tick``ed", "<x>");
    for (String name : names) {
      database.run(
          ("CREATE TABLE `%1$s` (`%1$s` int PRIMARY KEY, `to%1$s` int, FOREIGN KEY (`to%1$s`)"
                  + " REFERENCES anchors (id))")
              .formatted(name),
          "INSERT INTO `%s` VALUES (1, 1), (2, NULL)".formatted(name));
    }

    CommandLab.Result kept =
        lab.run("empty", "--yes", "--only", "lms", "--keep", "what?", "--keep", "a??b");

    assertThat(kept.code()).as(kept.err()).isEqualTo(ExitCode.DONE);
    assertThat(database.value("SELECT COUNT(*) FROM anchors")).isEqualTo("0");
    for (String name : names) {
      assertThat(
              database
                  .rows("SELECT `%1$s`, `to%1$s` FROM `%1$s` ORDER BY 1".formatted(name))
                  .size())
          .as(name)
          .isEqualTo(name.contains("?") ? 2 : 0);
    }
    assertThat(database.value("SELECT COUNT(*) FROM `what?` WHERE `towhat?` IS NULL"))
        .isEqualTo("2");
  }

  /** Other databases may refer to rows without an account's knowing. */
  @Test
  void anAccountOfOneDatabaseIsSaidNotToSeeOthers() throws SQLException {
    load();
    TestDatabase own = database.withUser("ALL PRIVILEGES");
    String said = "rows of others that refer to rows of this one would not be found";

    CommandLab limited = new CommandLab(folder).database("lms", own);
    assertThat(limited.run("empty", "--dry-run", "--only", "lms").out()).contains(said);
    assertThat(lab.run("empty", "--dry-run", "--only", "lms").out()).doesNotContain(said);
  }

  @Test
  void anAccountThatMayNotDropRemovesRowByRow() throws SQLException {
    load();
    TestDatabase limited = database.withUser("SELECT, INSERT, UPDATE, DELETE, REFERENCES");

    CommandLab.Result result =
        new CommandLab(folder).database("lms", limited).run("empty", "--yes", "--only", "lms");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(database.value("SELECT COUNT(*) FROM auth_user")).isEqualTo("0");
  }

  private void load() {
    assertThat(lab.run("load", folder.resolve("top.yaml").toString()).code())
        .isEqualTo(ExitCode.DONE);
  }

  /** Of each table: a checksum of its rows, and what its counter stands at. */
  private Map<String, String> checksums() throws SQLException {
    Map<String, String> checksums = new TreeMap<>();
    for (List<String> table : database.rows("SHOW TABLES")) {
      String name = table.get(0);
      checksums.put(
          name,
          database.rows("CHECKSUM TABLE `" + name + "`").get(0).get(1)
              + database.rows("SELECT COUNT(*) FROM `" + name + "`"));
    }
    return checksums;
  }
}
