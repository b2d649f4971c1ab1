package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.Sql;
import org.openedx.devdata.testing.TestDatabase;

/**
 * Databases that are away, closed, broken or busy: a clear message, exit code 1, nothing written.
 */
@DatabaseTest
class DatabaseFailuresTest {

  @TempDir private Path folder;
  private TestDatabase database;
  private CommandLab lab;

  @BeforeEach
  void files(TestDatabase fresh) throws SQLException {
    database = fresh;
    new SpecLab(fresh, LmsService.lms()).withTables();
    lab =
        new CommandLab(folder)
            .database("lms", fresh)
            .file("top.yaml", "- {ida: lms, path: lms.yaml}")
            .file("lms.yaml", "users: [{username: alice}, {username: bob}]");
  }

  private CommandLab.Result load() {
    return lab.run("load", lab.path("top.yaml"));
  }

  private void assertRefused(CommandLab.Result result, String... parts) throws SQLException {
    assertThat(result.err()).startsWith("devdata: ").contains(parts);
    assertThat(result.err()).doesNotContain("Exception").doesNotContain("\tat ");
    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(users()).isZero();
  }

  private int users() throws SQLException {
    return Integer.parseInt(database.value("SELECT COUNT(*) FROM auth_user"));
  }

  @Test
  void aServerThatIsAway() throws Exception {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = closed.getLocalPort();
      closed.close();
      lab.variable("DEVDATA_LMS_URL", "jdbc:mysql://127.0.0.1:" + port + "/edxapp");

      assertRefused(
          load(),
          "cannot open lms (target DEVDATA_LMS_URL, jdbc:mysql://127.0.0.1:" + port + "/edxapp",
          "Connection refused",
          "--wait SECONDS waits for it");
    }
  }

  @Test
  void aWrongPassword() throws SQLException {
    lab.variable("DEVDATA_LMS_PASSWORD", "wrong-secret");

    CommandLab.Result result = load();

    assertRefused(
        result,
        "Access denied for user",
        "check user and password (DEVDATA_LMS_USER, DEVDATA_LMS_PASSWORD)");
    assertThat(result.err()).doesNotContain("wrong-secret");
  }

  @Test
  void aDatabaseThatIsMissing() throws SQLException {
    lab.variable(
        "DEVDATA_LMS_URL", database.jdbcUrl().replace(database.name(), database.name() + "x"));

    assertRefused(load(), "Unknown database", "is the service installed there");
  }

  @Test
  void aTableThatIsMissing() throws SQLException {
    database.run("DROP TABLE auth_userprofile");

    assertRefused(load(), "the database has no table auth_userprofile", "make dev.migrate.lms");
  }

  @Test
  void aUserWhoMayNotWrite() throws SQLException {
    lab.database("lms", database.withUser("SELECT, CREATE"));

    assertRefused(load(), "INSERT command denied", "grant it the right");
  }

  @Test
  void rowsThatSomebodyElseHolds() throws SQLException {
    database.run("INSERT INTO auth_group (name) VALUES ('staff')");
    lab.file("lms.yaml", "users: [{username: alice, groups: [staff]}]");
    lab.variable(
        "DEVDATA_LMS_URL", database.jdbcUrl() + "&sessionVariables=innodb_lock_wait_timeout=1");
    try (Connection other = database.connect()) {
      other.setAutoCommit(false);
      Sql.run(other, List.of("SELECT * FROM auth_group FOR UPDATE"));

      CommandLab.Result result = load();

      assertThat(result.err()).contains("Lock wait timeout exceeded", "another session holds");
      assertThat(result.code()).isEqualTo(ExitCode.FAILED);
      assertThat(users()).isZero();
    }
  }

  @Test
  void aConnectionThatIsCutInTheMiddle() throws Exception {
    database.run(
        "CREATE TRIGGER slow BEFORE INSERT ON auth_userprofile FOR EACH ROW"
            + " SET NEW.name = IF(SLEEP(300) = 0, NEW.name, 'woken')");

    CompletableFuture<CommandLab.Result> load = CompletableFuture.supplyAsync(this::load);
    database.run("KILL " + sleepingConnection());

    assertRefused(load.get(2, TimeUnit.MINUTES), "entry 1 (lms) failed and rolled back");
  }

  private String sleepingConnection() throws SQLException {
    try (Connection connection = database.connect()) {
      for (int attempt = 0; attempt < 600; attempt++) {
        // The server waits, so that the test does not have to.
        Sql.value(connection, "SELECT SLEEP(0.1)");
        List<List<String>> sleeping =
            Sql.rows(
                connection,
                "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND"
                    + " state = 'User sleep' AND id <> CONNECTION_ID()");
        if (!sleeping.isEmpty()) {
          return sleeping.get(0).get(0);
        }
      }
    }
    throw new AssertionError("the load never came to its insert");
  }

  @Test
  void twoLoadsAtTheSameTimeRunOneAfterTheOther() throws Exception {
    CompletableFuture<CommandLab.Result> other = CompletableFuture.supplyAsync(this::load);
    CommandLab.Result one = load();

    assertThat(one.code()).as(one.err()).isEqualTo(ExitCode.DONE);
    CommandLab.Result two = other.get(2, TimeUnit.MINUTES);
    assertThat(two.code()).as(two.err()).isEqualTo(ExitCode.DONE);
    assertThat(users()).isEqualTo(2);
    assertThat(database.value("SELECT COUNT(*) FROM auth_userprofile")).isEqualTo("2");
  }

  @Test
  void waitingEndsWhenTheServerAnswers() throws Exception {
    URI server = URI.create(database.jdbcUrl().substring("jdbc:".length()));
    try (SlowDoor door = new SlowDoor(server.getHost(), server.getPort(), 2)) {
      String address = server.getHost() + ":" + server.getPort();
      lab.variable(
          "DEVDATA_LMS_URL", database.jdbcUrl().replace(address, "127.0.0.1:" + door.port()));

      assertThat(load().code()).isEqualTo(ExitCode.FAILED);
      CommandLab.Result result = lab.run("load", "--wait", "60", lab.path("top.yaml"));

      assertThat(result.err()).startsWith("waiting for lms (").hasLineCount(1);
      assertThat(result.code()).isEqualTo(ExitCode.DONE);
      assertThat(users()).isEqualTo(2);
    }
  }

  @Test
  void waitingSaysWhatForAndThenGivesUp() throws SQLException {
    lab.variable("DEVDATA_LMS_PASSWORD", "wrong");

    CommandLab.Result result = lab.run("load", "--wait", "1", lab.path("top.yaml"));

    assertThat(result.err()).startsWith("waiting for lms (target DEVDATA_LMS_URL, ");
    assertThat(result.err()).contains("Access denied");
    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
  }
}
