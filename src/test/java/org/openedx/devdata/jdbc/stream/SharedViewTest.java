package org.openedx.devdata.jdbc.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.Sql;
import org.openedx.devdata.testing.TestDatabase;

/** Views of two databases, while one transaction after the other writes to both. */
@DatabaseTest
class SharedViewTest {

  private static final int VIEWS = 8;

  private static Supplier<Connection> connect(TestDatabase database) {
    return () -> {
      try {
        return database.connect();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private static Set<String> seen(List<SharedView> views) throws SQLException {
    Set<String> seen = new HashSet<>();
    for (SharedView view : views) {
      for (Connection connection : view.connections()) {
        seen.add(Sql.value(connection, "SELECT n FROM counter"));
      }
    }
    return seen;
  }

  @Test
  void databasesOfOneServerAreSeenAtOneMoment(TestDatabase one) throws Exception {
    TestDatabase other = one.another("other");
    for (TestDatabase database : List.of(one, other)) {
      database.run("CREATE TABLE counter (n int) ENGINE=InnoDB", "INSERT INTO counter VALUES (0)");
    }
    AtomicBoolean enough = new AtomicBoolean();
    ExecutorService writer = Executors.newSingleThreadExecutor();
    Future<Integer> written = writer.submit(() -> write(one, other, enough));
    try {
      for (int i = 0; i < VIEWS; i++) {
        List<SharedView> views = SharedView.open(2, List.of(connect(one), connect(other)));
        try {
          assertThat(views).hasSize(2).allMatch(SharedView::isShared);
          assertThat(seen(views)).hasSize(1);
        } finally {
          views.forEach(SharedView::close);
        }
      }
    } finally {
      enough.set(true);
      writer.shutdown();
    }
    assertThat(written.get()).isGreaterThan(VIEWS);
  }

  /** Without the right to lock tables the server has to be quiet, or each sees its own moment. */
  @Test
  void accountsThatMayNotLockSayWhetherTheMomentIsShared(TestDatabase one) throws Exception {
    TestDatabase other = one.another("other");
    List<Supplier<Connection>> connects = new ArrayList<>();
    for (TestDatabase database : List.of(one, other)) {
      database.run("CREATE TABLE counter (n int) ENGINE=InnoDB", "INSERT INTO counter VALUES (7)");
      connects.add(connect(database.withUser("SELECT")));
    }

    List<SharedView> views = SharedView.open(2, connects);

    try {
      assertThat(seen(views)).containsExactly("7");
      for (SharedView view : views) {
        assertThat(view.connections()).hasSize(view.isShared() ? 2 : 1);
      }
    } finally {
      views.forEach(SharedView::close);
    }
  }

  private static int write(TestDatabase one, TestDatabase other, AtomicBoolean enough)
      throws SQLException {
    try (Connection connection = one.connect()) {
      int number = 0;
      while (!enough.get()) {
        number++;
        Sql.run(
            connection,
            List.of(
                "START TRANSACTION",
                "UPDATE counter SET n = " + number,
                "UPDATE `" + other.name() + "`.counter SET n = " + number,
                "COMMIT"));
      }
      return number;
    }
  }
}
