package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.testing.CuttingProxy;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** What goes wrong while loading leaves the tables as they were and is told with its place. */
@DatabaseTest
class LmsFailureTest {

  private static final String COURSE = "course-v1:edX+DemoX+Demo_Course";

  private TestDatabase database;
  private SpecLab lab;

  @BeforeEach
  void tables(TestDatabase fresh) throws SQLException {
    database = fresh;
    lab = new SpecLab(fresh, LmsService.lms()).withTables();
    lab.load("users: [{username: before}]");
  }

  /** A spec of many users, so that the rows go by LOAD DATA, and more chunks than one. */
  private static String users(int count, String lastUser) {
    StringBuilder spec = new StringBuilder("users:\n");
    for (int i = 0; i < count; i++) {
      spec.append("- username: learner_").append(i).append('\n');
    }
    return spec.append("- username: ").append(lastUser).append('\n').toString();
  }

  private List<List<List<String>>> checksums() throws SQLException {
    List<List<List<String>>> sums = new ArrayList<>();
    for (Table table : LmsService.lms().tables().all()) {
      sums.add(database.rows("CHECKSUM TABLE " + table));
    }
    return sums;
  }

  @Test
  void aLastRecordThatTheDatabaseRefusesLeavesEveryTableAsItWas() throws SQLException {
    database.run(
        "CREATE TRIGGER refuse BEFORE INSERT ON auth_userprofile FOR EACH ROW BEGIN"
            + " IF NEW.name = 'Last One' THEN SIGNAL SQLSTATE '23000'"
            + " SET MESSAGE_TEXT = 'no last ones here'; END IF; END");
    List<List<List<String>>> before = checksums();

    assertThatThrownBy(() -> lab.inChunksOf(400).load(users(1_000, "last_one")))
        .isInstanceOf(RowProblem.class)
        .hasMessage("spec.yaml:1002:3: no last ones here");
    assertThat(checksums()).isEqualTo(before);
  }

  @Test
  void anEmailThatAnotherAccountHasIsToldWithItsRecord() throws SQLException {
    List<List<List<String>>> before = checksums();

    assertThatThrownBy(() -> lab.load("users:\n- username: other\n  email: BEFORE@example.com\n"))
        .isInstanceOf(RowProblem.class)
        .hasMessage(
            "spec.yaml:2:3: auth_user needs email to be unique, but 'BEFORE@example.com' is taken"
                + " by auth_user 'before'; choose another, or let the specs give that one another"
                + " value first");
    assertThat(checksums()).isEqualTo(before);
  }

  @Test
  void allUnknownUsersAreToldAtOnce() throws SQLException {
    List<List<List<String>>> before = checksums();

    assertThatThrownBy(
            () ->
                lab.load(
                    """
                    users: [{username: alice}]
                    enrollments:
                      - {username: Alice, course_id: %1$s}
                      - {username: alcie, course_id: %1$s}
                      - {username: before, course_id: %1$s}
                      - {username: nobody, course_id: %1$s}
                    """
                        .formatted(COURSE)))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "spec.yaml:4:16: user 'alcie' is neither in the specs nor in the database; did you mean"
                + " \"alice\"?\n"
                + "spec.yaml:6:16: user 'nobody' is neither in the specs nor in the database;"
                + " declare it under users, or set create_missing: true to have it made");
    assertThat(checksums()).isEqualTo(before);
  }

  @Test
  void missingUsersAreMadeWhenTheSpecSaysSo() throws SQLException {
    List<String> changes =
        lab.load(
            "create_missing: true\nenrollments: [{username: new_one, course_id: " + COURSE + "}]");

    assertThat(changes).contains("create auth_user new_one", "create auth_userprofile new_one");
  }

  @Test
  void aUserWhoMayOnlyReadIsToldSo() throws SQLException {
    SpecLab reader = new SpecLab(database.withUser("SELECT"), LmsService.lms());

    assertThatThrownBy(() -> reader.load("users: [{username: jane}]"))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("insert into auth_user failed")
        .hasMessageContaining("the user may not do this, grant it the right");
  }

  @Test
  void aRowThatAnotherSessionHoldsIsToldAfterTheServersPatience() throws SQLException {
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      database.run("SET GLOBAL innodb_lock_wait_timeout = 1");
      other.setAutoCommit(false);
      statement.execute("UPDATE auth_user SET first_name = 'held' WHERE username = 'before'");

      assertThatThrownBy(() -> lab.load("users: [{username: before, first_name: mine}]"))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("another session holds the rows");
    } finally {
      database.run("SET GLOBAL innodb_lock_wait_timeout = 50");
    }
  }

  @Test
  void aServerThatIsNotThereIsToldWithItsAddress() {
    TestDatabase away =
        new TestDatabase(
            "jdbc:mysql://127.0.0.1:1/edxapp", "u", "secret-word", "edxapp", null, "", null);

    assertThatThrownBy(() -> new SpecLab(away, LmsService.lms()).load("users: []"))
        .isInstanceOf(DatabaseException.class)
        .hasMessageStartingWith(
            "cannot open lms (target test, jdbc:mysql://127.0.0.1:1/edxapp, user u):")
        .hasMessageContaining("is the server up and the address right?")
        .hasMessageNotContaining("secret-word");
  }

  @Test
  void aWrongPasswordIsToldWithoutThePassword() {
    TestDatabase wrong =
        new TestDatabase(
            database.jdbcUrl(), "nobody_here", "secret-word", database.name(), null, "", null);

    assertThatThrownBy(() -> new SpecLab(wrong, LmsService.lms()).load("users: []"))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("Access denied for user 'nobody_here'")
        .hasMessageContaining("check user and password")
        .hasMessageNotContaining("secret-word");
  }

  @Test
  void aConnectionCutInTheMiddleLeavesEveryTableAsItWas() throws Exception {
    List<List<List<String>>> before = checksums();
    URI server = URI.create(database.jdbcUrl().substring("jdbc:".length()));
    try (CuttingProxy proxy =
        new CuttingProxy(server.getHost(), server.getPort(), "INTO TABLE `auth_userprofile`")) {
      TestDatabase cut =
          new TestDatabase(
              "jdbc:mysql://127.0.0.1:%d/%s?sslMode=DISABLED&allowPublicKeyRetrieval=true"
                  .formatted(proxy.port(), database.name()),
              database.user(),
              database.password(),
              database.name(),
              null,
              "",
              null);

      assertThatThrownBy(() -> new SpecLab(cut, LmsService.lms()).load(users(1_000, "last_one")))
          .isInstanceOf(DatabaseException.class)
          .hasMessageStartingWith("lms (target test, jdbc:mysql://127.0.0.1:" + proxy.port())
          .hasMessageContaining("insert into auth_userprofile failed")
          .hasMessageContaining("is the server up");
    }
    assertThat(checksums()).isEqualTo(before);
  }

  @Test
  void twoLoadsAtTheSameTimeMakeEachRowOnce() throws Exception {
    String spec = users(600, "last_one");
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Callable<List<String>> load = () -> new SpecLab(database, LmsService.lms()).load(spec);
      List<Future<List<String>>> both = threads.invokeAll(List.of(load, load));

      List<Integer> created = new ArrayList<>();
      for (Future<List<String>> one : both) {
        created.add(one.get().size());
      }
      assertThat(created).containsExactlyInAnyOrder(0, 2 * 601);
    } finally {
      threads.shutdown();
    }
    assertThat(database.value("SELECT COUNT(*) FROM auth_user")).isEqualTo("602");
  }
}
