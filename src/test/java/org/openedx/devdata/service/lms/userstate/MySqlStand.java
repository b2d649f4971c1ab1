package org.openedx.devdata.service.lms.userstate;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.jdbc.ColumnValues;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.Ddl;
import org.openedx.devdata.jdbc.TableSet;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.TestDatabase;

/** Learner state in a test's database, with one of the layouts of history that sites have. */
final class MySqlStand implements StateStand {

  static final TableSet TABLES = LmsService.lms().tables();

  private final TestDatabase database;
  private final TestDatabase written;
  private final String historyTable;
  private final TickingClock clock = new TickingClock();
  private final UserStateClient client;

  /**
   * @param second the database of the extended table; null when it is in the first
   * @param settings null to let the client find out
   */
  MySqlStand(TestDatabase database, TestDatabase second, HistorySettings settings)
      throws SQLException {
    this.database = database;
    boolean extended = settings == null || settings.extended();
    TestDatabase history = second == null ? database : second;
    makeTables(database, "auth_user", "courseware_studentmodule", VersionTables.ORIGINAL);
    if (extended) {
      makeTables(history, VersionTables.EXTENDED);
    }
    this.written = extended ? history : database;
    this.historyTable = extended ? VersionTables.EXTENDED : VersionTables.ORIGINAL;
    this.client =
        UserStates.mysql(
            TABLES,
            connection(database),
            Optional.ofNullable(second).map(MySqlStand::connection),
            Optional.ofNullable(settings),
            clock,
            UserStateListener.NONE);
  }

  static void makeTables(TestDatabase database, String... names) throws SQLException {
    for (String name : names) {
      database.run(Ddl.create(TABLES.get(name), TABLES));
    }
  }

  static ConnectionSettings connection(TestDatabase database) {
    return new ConnectionSettings(
        "test", "lms", database.jdbcUrl(), database.user(), database.password());
  }

  /** The table that takes new versions. */
  String historyTable() {
    return historyTable;
  }

  /** Where that table is. */
  TestDatabase historyDatabase() {
    return written;
  }

  @Override
  public UserStateClient client() {
    return client;
  }

  @Override
  public Instant time() {
    return clock.instant();
  }

  @Override
  public void addUser(String username) {
    addUser(database, username);
  }

  static void addUser(TestDatabase database, String username) {
    run(
        database,
        "INSERT INTO auth_user (password, is_superuser, username, first_name, last_name, email,"
            + " is_staff, is_active, date_joined) VALUES ('!', 0, '%1$s', '', '',"
            + " '%1$s@example.com', 0, 1, '2026-01-01')",
        username);
  }

  private static void run(TestDatabase database, String sql, Object... values) {
    try {
      database.run(values.length == 0 ? sql : sql.formatted(values));
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  private static String where(String username, BlockPlace place) {
    return " WHERE student_id = (SELECT id FROM auth_user WHERE username = '%s')"
            .formatted(username)
        + " AND module_id = '%s' AND course_id = '%s'"
            .formatted(place.moduleId(), place.courseId());
  }

  @Override
  public void saveScore(String username, UsageKey block, Double grade, Double maxGrade) {
    BlockPlace place = BlockPlace.of(block);
    String now = ColumnValues.datetime(Moments.saved(clock.instant()));
    if (stored(username, block).isEmpty()) {
      run(
          database,
          "INSERT INTO courseware_studentmodule (module_type, module_id, course_id, done, created,"
              + " modified, student_id) SELECT '%s', '%s', '%s', 'na', '%s', '%s', id FROM auth_user"
              + " WHERE username = '%s'",
          place.moduleType(),
          place.moduleId(),
          place.courseId(),
          now,
          now,
          username);
    }
    run(
        database,
        "UPDATE courseware_studentmodule SET grade = "
            + grade
            + ", max_grade = "
            + maxGrade
            + ", modified = '"
            + now
            + "'"
            + where(username, place));
    if (place.moduleType().equals("problem")) {
      run(
          written,
          "INSERT INTO "
              + historyTable
              + " (version, created, state, grade, max_grade, student_module_id) SELECT NULL,"
              + " modified, state, grade, max_grade, id FROM "
              + database.name()
              + ".courseware_studentmodule"
              + where(username, place).replace("auth_user", database.name() + ".auth_user"));
    }
  }

  @Override
  public Optional<Stored> stored(String username, UsageKey block) {
    String sql =
        "SELECT state, grade, max_grade, done, module_type, module_id, course_id"
            + " FROM courseware_studentmodule"
            + where(username, BlockPlace.of(block));
    List<Stored> found = new ArrayList<>();
    try {
      for (List<String> row : database.rows(sql)) {
        found.add(
            new Stored(
                row.get(0),
                row.get(1) == null ? null : Double.valueOf(row.get(1)),
                row.get(2) == null ? null : Double.valueOf(row.get(2)),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6)));
      }
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
    return found.stream().findFirst();
  }

  @Override
  public void close() {
    client.close();
  }
}
