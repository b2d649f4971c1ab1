package org.openedx.devdata.service.lms.userstate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.jdbc.table.Ddl;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.service.lms.userstate.client.UserStates;
import org.openedx.devdata.service.lms.userstate.conformance.StateStand;
import org.openedx.devdata.service.lms.userstate.store.Moments;
import org.openedx.devdata.service.lms.userstate.store.VersionTables;
import org.openedx.devdata.testing.Sql;
import org.openedx.devdata.testing.TestDatabase;

/** Learner state in a test's database, with one of the layouts of history that sites have. */
final class MySqlStand implements StateStand {

  static final TableSet TABLES = LmsService.lms().tables();

  /**
   * A layout of history.
   *
   * @param database the LMS's
   * @param second the database of the extended table; null when it is in the first
   * @param settings null to let the client find out
   * @param connection for the statements of the stand; to all databases
   */
  record Layout(
      TestDatabase database, TestDatabase second, HistorySettings settings, Connection connection)
      implements AutoCloseable {

    /** Makes the tables. */
    static Layout make(TestDatabase database, TestDatabase second, HistorySettings settings)
        throws SQLException {
      Layout layout = new Layout(database, second, settings, database.connect());
      makeTables(database, "auth_user", "courseware_studentmodule", VersionTables.ORIGINAL);
      makeTables(layout.history(), layout.historyTable());
      return layout;
    }

    private boolean extended() {
      return settings == null || settings.extended();
    }

    private TestDatabase history() {
      return second == null || !extended() ? database : second;
    }

    private String historyTable() {
      return extended() ? VersionTables.EXTENDED : VersionTables.ORIGINAL;
    }

    private void empty() throws SQLException {
      Sql.run(
          connection,
          List.of(
              "DELETE FROM auth_user",
              "DELETE FROM courseware_studentmodule",
              "DELETE FROM " + VersionTables.ORIGINAL,
              "DELETE FROM " + history().name() + "." + historyTable()));
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }

  private final Connection connection;
  private final String database;
  private final String historyTable;
  private final TickingClock clock = new TickingClock();
  private final UserStateClient client;

  MySqlStand(Layout layout) throws SQLException {
    layout.empty();
    this.connection = layout.connection();
    this.database = layout.database().name();
    this.historyTable = layout.history().name() + "." + layout.historyTable();
    this.client =
        UserStates.mysql(
            TABLES,
            connection(layout.database()),
            Optional.ofNullable(layout.second()).map(MySqlStand::connection),
            Optional.ofNullable(layout.settings()),
            clock);
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
    run(
        "INSERT INTO auth_user (password, is_superuser, username, first_name, last_name, email,"
            + " is_staff, is_active, date_joined) VALUES ('!', 0, '%1$s', '', '',"
            + " '%1$s@example.com', 0, 1, '2026-01-01')",
        username);
  }

  private void run(String sql, Object... values) {
    try {
      Sql.run(connection, List.of(values.length == 0 ? sql : sql.formatted(values)));
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  private String from(String username, BlockPlace place) {
    return " FROM %1$s.courseware_studentmodule WHERE student_id = (SELECT id FROM %1$s.auth_user"
            .formatted(database)
        + " WHERE username = '%s') AND module_id = '%s' AND course_id = '%s'"
            .formatted(username, place.moduleId(), place.courseId());
  }

  @Override
  public void saveScore(String username, UsageKey block, Double grade, Double maxGrade) {
    BlockPlace place = BlockPlace.of(block);
    String now = ColumnValues.datetime(Moments.saved(clock.instant()));
    String same = from(username, place);
    run(
        "INSERT INTO courseware_studentmodule (module_type, module_id, course_id, done, created,"
            + " modified, student_id, grade, max_grade) SELECT '%s', '%s', '%s', 'na', '%s', '%s',"
            + " id, %s, %s FROM auth_user WHERE username = '%s'"
            + " ON DUPLICATE KEY UPDATE grade = VALUES(grade), max_grade = VALUES(max_grade),"
            + " modified = VALUES(modified)",
        place.moduleType(),
        place.moduleId(),
        place.courseId(),
        now,
        now,
        grade,
        maxGrade,
        username);
    if (place.moduleType().equals("problem")) {
      run(
          "INSERT INTO "
              + historyTable
              + " (version, created, state, grade, max_grade, student_module_id)"
              + " SELECT NULL, modified, state, grade, max_grade, id"
              + same);
    }
  }

  @Override
  public Optional<Stored> stored(String username, UsageKey block) {
    String sql =
        "SELECT state, grade, max_grade, done, module_type, module_id, course_id"
            + from(username, BlockPlace.of(block));
    List<Stored> found = new ArrayList<>();
    try {
      for (List<String> row : Sql.rows(connection, sql)) {
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
