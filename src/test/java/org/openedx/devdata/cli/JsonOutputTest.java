package org.openedx.devdata.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutLab;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** The JSON of each command that speaks to MySQL, or to nothing; real runs. */
@DatabaseTest
@Tag("once")
class JsonOutputTest {

  private static final String BLOCK = "block-v1:edX+DemoX+2026+type@problem+block@p1";

  private static final String CONTENT =
      """
      learning_packages: [{key: "lib:DemoX:physics"}]
      components: [{type: html, key: intro}]
      collections: [{key: first, title: First}]
      """;

  @TempDir private Path folder;
  private TestDatabase database;
  private CommandLab lab;

  @BeforeEach
  void site(TestDatabase fresh) {
    database = fresh;
    lab =
        new CommandLab(folder)
            .database("lms", fresh)
            .database("content", fresh)
            .file("top.yaml", "- {ida: lms, path: lms.yaml}\n")
            .file("lms.yaml", "users: [{username: alice}, {username: bob, is_staff: true}]\n");
  }

  @AfterEach
  void stop() {
    lab.run("db", "stop");
  }

  private CommandLab.Result json(String... line) {
    String[] words = new String[line.length + 2];
    words[0] = "--format";
    words[1] = "json";
    System.arraycopy(line, 0, words, 2, line.length);
    CommandLab.Result result = lab.run(words);
    LostOutput.check(lab, words);
    LostOutput.check(lab, line);
    return JsonOutput.plain(result, database);
  }

  @Test
  void specs() throws SQLException {
    new SpecLab(database, LmsService.lms()).withTables();
    String top = lab.path("top.yaml");
    JsonOutput.check("load", json("load", top), ExitCode.DONE);
    JsonOutput.check("ledger", json("ledger"), ExitCode.DONE);
    lab.file("lms.yaml", "users: [{username: alice, is_staff: true}, {username: 田中}]\n");
    JsonOutput.check("plan", json("plan", top), ExitCode.DONE);
    JsonOutput.check("verify", json("verify", top), ExitCode.DIFFERENCES);
    JsonOutput.check("reset-dry-run", json("reset", "--dry-run", top), ExitCode.DONE);
    JsonOutput.check("validate", json("validate", top), ExitCode.DONE);
    JsonOutput.check("empty", json("empty", "--yes", "--only", "lms"), ExitCode.DONE);
    database.run("DROP TABLE auth_userprofile");
    JsonOutput.check("load-failed", json("load", top), ExitCode.FAILED);
  }

  @Test
  void export() throws SQLException {
    new SpecLab(database, LmsService.lms())
        .withTables()
        .load(
            "users: [{username: alice}, {username: bob}, {username: carl}]\n"
                + "enrollments: [{username: alice, course_id: course-v1:A+B+C}]");
    database.run(
        "DELETE FROM auth_userprofile WHERE user_id = (SELECT id FROM auth_user WHERE username ="
            + " 'bob')",
        "UPDATE auth_userprofile SET gender = 'x'",
        "UPDATE auth_user SET username = 'retired__user_1' WHERE username = 'carl'");
    JsonOutput.check("export", json("export", "-o", "site"), ExitCode.DONE);
  }

  @Test
  void snapshots() throws SQLException {
    database.run(
        "CREATE TABLE fruit (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(20))",
        "INSERT INTO fruit (name) VALUES ('apple'), ('pear')",
        "CREATE VIEW shown AS SELECT id FROM fruit");
    JsonOutput.check(
        "snapshot-save", json("snapshot", "save", "first", "--only", "lms"), ExitCode.DONE);
    JsonOutput.check("snapshot-list", json("snapshot", "list"), ExitCode.DONE);
    database.run(
        "DELETE FROM fruit WHERE id = 2",
        "UPDATE fruit SET name = 'plum'",
        "INSERT INTO fruit VALUES (7, NULL)");
    JsonOutput.check("snapshot-diff", json("snapshot", "diff", "first"), ExitCode.DIFFERENCES);
    JsonOutput.check(
        "snapshot-restore", json("snapshot", "restore", "first", "--yes"), ExitCode.DONE);
  }

  @Test
  void failures() {
    lab.file("lms.yaml", "users: [{username: alice, emial: a@example.org}]\n");
    JsonOutput.check("error", json("validate", lab.path("top.yaml")), ExitCode.INVALID);
    JsonOutput.check("error-usage", json("load"), ExitCode.USAGE);
  }

  @Test
  void sql() {
    JsonOutput.check(
        "db-sql",
        json(
            "db",
            "sql",
            "lms",
            "CREATE TEMPORARY TABLE t (id INT, name TEXT, share DECIMAL(9, 4), half DOUBLE, raw BLOB);"
                + "INSERT INTO t VALUES (1, 'é\\n', 12.5, 0.5, x'00ff'), (2, NULL, NULL, NULL, NULL);"
                + "SELECT *, id + 9223372036854775805 AS id FROM t ORDER BY 1; SELECT 1 FROM t WHERE 1 = 0"),
        ExitCode.DONE);
  }

  @Test
  void state() throws SQLException {
    new SpecLab(database, LmsService.lms()).withTables().load("users: [{username: ada}]");
    lab.run("state", "set", "--user", "ada", "--block", BLOCK, "{\"attempts\": 1}");
    lab.run("state", "set", "--user", "ada", "--block", BLOCK, "{\"attempts\": 2, \"done\": true}");
    String[] block = {"--user", "ada", "--block", BLOCK};
    JsonOutput.check("state-get", json("state", "get", block[0], block[1], block[2], block[3]), 0);
    JsonOutput.check(
        "state-history", json("state", "history", block[0], block[1], block[2], block[3]), 0);
    JsonOutput.check("state-iter", json("state", "iter", "--block", BLOCK), 0);
  }

  @Test
  void contentOfALayout() throws SQLException {
    LayoutLab.create(database, Layout.L2);
    JsonOutput.check("content-status", json("content", "status"), ExitCode.DONE);
    JsonOutput.check(
        "content-migrate", json("content", "migrate", "--to", "L3", "--plan"), ExitCode.DONE);
    JsonOutput.check("content-repair", json("content", "repair", "--plan"), ExitCode.DONE);
    database.run("RENAME TABLE openedx_content_unit TO oel_units_unit");
    JsonOutput.check("content-status-broken", json("content", "status"), ExitCode.DIFFERENCES);
  }

  @Test
  void contentOfAPackage() throws Exception {
    new SpecLab(database, LmsService.lms()).withTables();
    database.run("DROP TABLE IF EXISTS django_migrations");
    LayoutLab.create(database, Layout.CURRENT);
    lab.file("top.yaml", "- {ida: content, path: c.yaml}\n").file("c.yaml", CONTENT);
    lab.run("load", lab.path("top.yaml"));
    String file = lab.path("physics.zip");
    JsonOutput.check("content-dump", json("content", "dump", "lib:DemoX:physics", "-o", file), 0);
    JsonOutput.check("content-verify", json("content", "verify"), ExitCode.DONE);
    database.run("UPDATE openedx_content_draft SET version_id = NULL");
    JsonOutput.check("content-verify-broken", json("content", "verify"), ExitCode.DIFFERENCES);
  }

  @Test
  void server() {
    JsonOutput.check("db-status-stopped", json("db", "status"), ExitCode.DONE);
    JsonOutput.check("db-start", json("db", "start"), ExitCode.DONE);
    JsonOutput.check("db-status", json("db", "status"), ExitCode.DONE);
    JsonOutput.check("db-stop", json("db", "stop"), ExitCode.DONE);
  }
}
