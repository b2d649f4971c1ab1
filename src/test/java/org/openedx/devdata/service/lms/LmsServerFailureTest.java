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
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.testing.CuttingProxy;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Servers that refuse, hold, lose or share the connection of a load. */
@DatabaseTest
class LmsServerFailureTest extends LmsChecksums {

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
