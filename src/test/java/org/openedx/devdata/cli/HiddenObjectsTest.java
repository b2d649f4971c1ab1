package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.MySqlUrl;
import org.openedx.devdata.service.ServiceRegistry;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;
import org.openedx.devdata.testing.fuzz.Verdict;

/**
 * Accounts from which a server hides tables or columns: each command does what it does for an
 * account that sees all, or reports what it lacks and changes nothing.
 */
@DatabaseTest
class HiddenObjectsTest {

  private static final String SPEC =
      """
      users: [{username: alice}, {username: bob}]
      enrollments: [{username: alice, course_id: "course-v1:A+B+1", mode: verified}]
      """;

  private static final String PACKAGE = "learning_packages: [{key: \"lib:A:one\", title: One}]\n";

  /** What a spec does not need may be hidden. */
  private static final String[][] OF_SPECS = {
    {"plan", "top.yaml"},
    {"load", "top.yaml"},
    {"verify", "top.yaml"},
    {"ledger", "--only", "lms"},
    {"reset", "top.yaml", "--yes"},
  };

  private static final String[][] OF_DATABASES = {
    {"snapshot", "diff", "base", "--only", "lms"},
    {"snapshot", "save", "again", "--only", "lms"},
    {"snapshot", "restore", "base", "--yes", "--dry-run"},
    {"snapshot", "restore", "base", "--yes", "--force-columns"},
    {"export", "-o", "site", "--only", "lms"},
    {"empty", "--dry-run", "--only", "lms"},
    {"empty", "--yes", "--only", "lms"},
    {"content", "status"},
    {"content", "verify"},
    {"content", "dump", "lib:A:one", "-o", "one.zip"},
    {"content", "repair"},
    {"content", "migrate", "--to", "current"},
  };

  @TempDir private Path folder;
  private TestDatabase database;

  private CommandLab lab(TestDatabase user) {
    return new CommandLab(folder).database("lms", user).database("content", user);
  }

  private static CommandLab.Result run(CommandLab lab, String[] command) {
    String[] line = command.clone();
    for (int i = 0; i < line.length; i++) {
      line[i] = line[i].matches("top\\.yaml|site|one\\.zip") ? lab.path(line[i]) : line[i];
    }
    return lab.run(line);
  }

  private void site(TestDatabase fresh) throws SQLException {
    database = fresh;
    ServiceRegistry registry = ServiceRegistry.standard();
    for (String ida : List.of("lms", "content")) {
      registry
          .sql(ida)
          .orElseThrow()
          .embed(
              settings(ida, MySqlUrl.inDatabase(fresh.jdbcUrl(), "")),
              settings(ida, fresh.jdbcUrl()),
              fresh.name());
    }
    fresh.run(
        "CREATE TABLE plugin_thing (id int AUTO_INCREMENT PRIMARY KEY, user_id int NOT NULL,"
            + " FOREIGN KEY (user_id) REFERENCES auth_user (id))");
    lab(fresh)
        .file("top.yaml", "- {ida: lms, path: lms.yaml}\n- {ida: content, path: content.yaml}")
        .file("lms.yaml", SPEC)
        .file("content.yaml", PACKAGE);
    fill("load", "top.yaml");
    fill("snapshot", "save", "base", "--only", "lms");
  }

  private void fill(String... command) {
    CommandLab.Result result = run(lab(database), command);
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
  }

  private ConnectionSettings settings(String ida, String url) {
    return new ConnectionSettings("test", ida, url, database.user(), database.password());
  }

  /** An account with rights on all tables but one, of which it may have some columns. */
  private TestDatabase without(String hidden, String columns, String rights) throws SQLException {
    TestDatabase user = database.withUser(rights);
    List<String> grants = new ArrayList<>();
    for (List<String> table : database.rows("SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'")) {
      if (!table.get(0).equals(hidden)) {
        grants.add(grant("ALL", table.get(0), user));
      } else if (!columns.isEmpty()) {
        grants.add(grant("SELECT (" + columns + ")", hidden, user));
      }
    }
    database.run(grants.toArray(String[]::new));
    return user;
  }

  private String grant(String rights, String table, TestDatabase user) {
    return "GRANT %s ON `%s`.`%s` TO '%s'@'%%'"
        .formatted(rights, database.name(), table, user.user());
  }

  private Map<String, String> counts() throws SQLException {
    List<String> queries = new ArrayList<>();
    for (List<String> table : database.rows("SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'")) {
      queries.add("SELECT '%s', COUNT(*) FROM `%s`".formatted(table.get(0), table.get(0)));
    }
    Map<String, String> counts = new TreeMap<>();
    for (List<String> row : database.rows(String.join(" UNION ALL ", queries))) {
      counts.put(row.get(0), row.get(1));
    }
    return counts;
  }

  /** Without its times and names of accounts. */
  private static String shown(CommandLab.Result result) {
    return result
        .out()
        .replaceAll("\\d\\d:\\d\\d:\\d\\d\\S*", "")
        .replaceAll("u\\d+_\\w+|\\(\\d.*s\\)", "");
  }

  @Test
  void everyCommandDoesAllOrReportsWhatItLacks(TestDatabase fresh) throws SQLException {
    site(fresh);
    Map<String, String> full = counts();
    List<TestDatabase> users =
        List.of(
            without("plugin_thing", "", "USAGE"),
            without("django_migrations", "", "USAGE"),
            without("student_historicalcourseenrollment", "", "CREATE, DROP, ALTER"),
            without("auth_userprofile", "", "CREATE"),
            without("devdata_ledger", "", "USAGE"),
            without("openedx_content_publishlog", "", "CREATE"),
            without("student_courseenrollment", "id, user_id, course_id", "USAGE"));
    for (String[] command : OF_SPECS) {
      CommandLab.Result done = run(lab(database), command);
      assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.DONE);
      Map<String, String> after = counts();
      for (TestDatabase user : users) {
        if (!counts().equals(full)) {
          fill("load", "top.yaml");
        }
        CommandLab.Result tried = run(lab(user), command);
        String name = String.join(" ", command) + " as " + user.user() + ": " + tried.err();
        assertThat(Verdict.faults(tried.code(), tried.out(), tried.err())).as(name).isEmpty();
        if (tried.code() == ExitCode.DONE) {
          assertThat(shown(tried)).as(name).isEqualTo(shown(done));
          assertThat(counts()).as(name).isEqualTo(after);
        } else {
          assertThat(tried.err()).as(name).containsPattern("GRANT|grant|may not see");
        }
      }
    }
    fill("load", "top.yaml");
    for (String[] command : OF_DATABASES) {
      for (TestDatabase user : List.of(users.get(0), users.get(6))) {
        CommandLab.Result tried = run(lab(user), command);
        String name = String.join(" ", command) + " as " + user.user();
        assertThat(tried.err()).as(name).contains("GRANT SELECT ON `" + database.name() + "`.*");
        assertThat(tried.code()).as(name).isEqualTo(ExitCode.FAILED);
        assertThat(counts()).as(name).isEqualTo(full);
      }
    }
    assertThat(folder.resolve("site")).doesNotExist();
    assertThat(folder.resolve("one.zip")).doesNotExist();
    assertThat(run(lab(database), new String[] {"snapshot", "list"}).out()).doesNotContain("again");
  }
}
