package org.openedx.devdata.service.lms.userstate;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.bench.Stopwatch;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.service.lms.userstate.client.UserStates;
import org.openedx.devdata.service.lms.userstate.store.StateQueries;
import org.openedx.devdata.service.lms.userstate.store.StateTables;
import org.openedx.devdata.service.lms.userstate.store.StoredState;
import org.openedx.devdata.service.lms.userstate.store.VersionTables;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;

/**
 * Iterating learner state: the rows of a course page by page against one streaming {@code SELECT}
 * of the same columns of the same rows, on connections of the same kind, with the same values taken
 * from each row and no JSON read in either; and the memory that a block with many learners takes.
 *
 * <p>{@code -Ddevdata.bench.learners=N} sets the number of learners (1,000,000), all of them in one
 * block.
 */
@Tag("bench")
@DatabaseTest
class StateIterationBench {

  private static final int LEARNERS =
      Integer.getInteger(
          "devdata.bench.learners", Integer.getInteger("devdata.bench.users", 1_000_000));
  private static final int ROUNDS = Integer.getInteger("devdata.bench.rounds", 3);
  private static final CourseKey COURSE = CourseKey.parse(BenchRecords.COURSE);
  private static final UsageKey BLOCK = COURSE.block("problem", "p1");

  private static final String PAGES = "iteration of a course, without JSON";
  private static final String STREAM = "streaming SELECT of the same rows";
  private static final String CLIENT = "iteration of a course, with JSON";

  private static TestDatabase database;

  @BeforeAll
  static void fill(TestDatabase fresh) throws SQLException {
    database = fresh;
    MySqlStand.makeTables(fresh, "auth_user", "courseware_studentmodule", VersionTables.EXTENDED);
    String numbers =
        " WITH RECURSIVE n AS (SELECT 0 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 999),"
            + " m AS (SELECT a.i * 1000 + b.i AS i FROM n a JOIN n b WHERE a.i * 1000 + b.i < %d)"
                .formatted(LEARNERS);
    fresh.run(
        "INSERT INTO auth_user (password, is_superuser, username, first_name, last_name, email,"
            + " is_staff, is_active, date_joined)"
            + numbers
            + " SELECT '!', 0, CONCAT('learner_', i), '', '', CONCAT('learner_', i, '@example.com'),"
            + " 0, 1, '2026-01-01' FROM m",
        "INSERT INTO courseware_studentmodule (module_type, module_id, course_id, state, done,"
            + " created, modified, student_id) SELECT 'problem', '%s', '%s', CONCAT('{\"seed\": 1,"
                .formatted(BLOCK.text(), COURSE.text())
            + " \"attempts\": 1, \"answer\": \"choice_', id %% 4, '\", \"done\": true}'), 'na',"
                .replace("%%", "%")
            + " '2026-01-05', '2026-01-05', id FROM auth_user ORDER BY id");
  }

  private static UserStateClient client() {
    return UserStates.mysql(
        MySqlStand.TABLES,
        MySqlStand.connection(database),
        Optional.empty(),
        Optional.empty(),
        InstantSource.system());
  }

  @Test
  void aCourseAgainstAStreamingSelect() throws Exception {
    Stopwatch watch = new Stopwatch();
    for (int round = 0; round < ROUNDS; round++) {
      watch.time(STREAM, () -> assertThat(select()).isEqualTo(LEARNERS));
      watch.time(PAGES, () -> assertThat(pages()).isEqualTo(LEARNERS));
      watch.time(
          CLIENT,
          () -> {
            try (UserStateClient client = client();
                Stream<UserState> states = client.iterAllForCourse(COURSE)) {
              assertThat(states.count()).isEqualTo(LEARNERS);
            }
          });
    }
    System.out.printf(
        "%n%,d rows, %s%n%sof its rate %.2f (at least 0.70)%n",
        LEARNERS, database.version(), watch.table(), watch.median(STREAM) / watch.median(PAGES));
  }

  private static long pages() {
    try (MySqlDatabase lms = MySqlDatabase.open(MySqlStand.connection(database))) {
      StateTables tables = StateTables.of(MySqlStand.TABLES, lms);
      Iterator<StoredState> rows =
          new StateQueries(lms, tables).ofCourse(COURSE.text(), Optional.empty());
      long count = 0;
      for (; rows.hasNext(); count++) {
        rows.next();
      }
      return count;
    }
  }

  private static long select() throws SQLException {
    try (MySqlDatabase lms = MySqlDatabase.open(MySqlStand.connection(database));
        Statement statement = lms.handle().getConnection().createStatement()) {
      statement.setFetchSize(Integer.MIN_VALUE);
      long count = 0;
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT m.id, u.username, m.module_id, m.course_id, m.module_type, m.state, m.modified"
                  + " FROM courseware_studentmodule m STRAIGHT_JOIN auth_user u ON u.id ="
                  + " m.student_id WHERE m.course_id = '"
                  + COURSE
                  + "'")) {
        for (; rows.next(); count++) {
          StateQueries.stored(rows);
        }
      }
      return count;
    }
  }

  @Test
  void aBlockTakesTheSameMemoryHoweverManyItsLearners() {
    HeapGauge first = new HeapGauge();
    HeapGauge later = new HeapGauge();
    long[] seen = {0};
    try (UserStateClient client = client();
        Stream<UserState> states = client.iterAllForBlock(BLOCK)) {
      states.forEach(
          state -> {
            if (++seen[0] == 100) {
              first.look();
            } else if (seen[0] % Math.max(1, LEARNERS / 10) == 0) {
              later.look();
            }
          });
    }
    System.out.printf(
        "%nblock with %,d learners: heap %,d MB at its beginning, at most %,d MB later%n",
        seen[0], first.megabytes(), later.megabytes());
    assertThat(seen[0]).isEqualTo(LEARNERS);
    assertThat(later.megabytes()).isLessThan(first.megabytes() + 8);
  }
}
