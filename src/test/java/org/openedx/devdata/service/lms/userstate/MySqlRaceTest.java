package org.openedx.devdata.service.lms.userstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.service.lms.userstate.client.UserStates;
import org.openedx.devdata.service.lms.userstate.conformance.StateSteps;
import org.openedx.devdata.service.lms.userstate.json.StateJson;
import org.openedx.devdata.service.lms.userstate.store.VersionTables;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.Sql;
import org.openedx.devdata.testing.TestDatabase;

/** What only a real database shows: races with a live LMS, transactions, numbers of statements. */
@DatabaseTest
class MySqlRaceTest {

  private static final UsageKey B0 = StateSteps.B0;
  private static final UsageKey B1 = StateSteps.B1;

  private static MySqlStand.Layout layout;

  private MySqlStand stand;

  @BeforeAll
  static void make(TestDatabase database) throws SQLException {
    layout = MySqlStand.Layout.make(database, null, HistorySettings.PLATFORM);
  }

  @AfterAll
  static void close() throws SQLException {
    layout.close();
  }

  @BeforeEach
  void open() throws SQLException {
    stand = new MySqlStand(layout);
    stand.addUser("u0");
  }

  @AfterEach
  void closeStand() {
    stand.close();
  }

  private static ObjectNode json(String text) {
    return StateSteps.json(text);
  }

  private static String insertB0(String state) {
    return "INSERT INTO courseware_studentmodule (module_type, module_id, course_id, state, done,"
        + " created, modified, student_id) SELECT 'problem', '%s', '%s', '%s', 'na', '2026-01-01',"
            .formatted(B0.text(), StateSteps.COURSE.text(), state)
        + " '2026-01-01', id FROM auth_user WHERE username = 'u0'";
  }

  /** Does something just after the client has seen which rows there are, as often as it looks. */
  private UserStateClient racing(Runnable meanwhile) {
    boolean[] done = {false};
    TickingClock clock = new TickingClock();
    return UserStates.mysql(
        MySqlStand.TABLES,
        MySqlStand.connection(layout.database()),
        Optional.empty(),
        Optional.of(HistorySettings.PLATFORM),
        () -> {
          // The clock is read between the look and the insert.
          if (!done[0]) {
            done[0] = true;
            meanwhile.run();
          }
          return clock.instant();
        });
  }

  @Test
  void aRowThatTheLmsInsertsMeanwhileIsMergedAndNotLost() throws SQLException {
    try (Connection lms = layout.database().connect();
        UserStateClient client =
            racing(
                () -> {
                  try {
                    Sql.run(lms, List.of(insertB0("{\"lms\": 1}")));
                  } catch (SQLException e) {
                    throw new AssertionError(e);
                  }
                })) {
      client.setMany("u0", Map.of(B0, json("{'mine': 2}"), B1, json("{'mine': 3}")));

      assertThat(StateJson.write(client.get("u0", B0).state()))
          .isEqualTo("{\"lms\": 1, \"mine\": 2}");
      assertThat(client.getHistory("u0", B0)).hasSize(1);
      assertThat(StateJson.write(client.get("u0", B1).state())).isEqualTo("{\"mine\": 3}");
    }
  }

  @Test
  void aCallThatFailsLeavesNothingBehind() throws SQLException {
    Sql.run(layout.connection(), List.of(insertB0("not json")));

    assertThatThrownBy(
            () ->
                stand
                    .client()
                    .setAll(
                        List.of(
                            new StateChange("u0", B1, json("{'a': 1}")),
                            new StateChange("u0", B0, json("{'a': 1}"))),
                        Scope.USER_STATE))
        .isInstanceOf(UserStateException.CorruptState.class)
        .hasMessageContaining("is not JSON");
    assertThat(stand.stored("u0", B1)).isEmpty();
    assertThat(Sql.rows(layout.connection(), "SELECT * FROM " + VersionTables.EXTENDED)).isEmpty();
  }

  private static long statements() throws SQLException {
    return Long.parseLong(
        Sql.rows(layout.connection(), "SHOW GLOBAL STATUS LIKE 'Questions'").get(0).get(1));
  }

  @Test
  void tenThousandBlocksTakeAHandfulOfStatements() throws SQLException {
    Map<UsageKey, ObjectNode> states = new LinkedHashMap<>();
    IntStream.range(0, 10_000)
        .forEach(
            n -> states.put(StateSteps.COURSE.block("problem", "p" + n), json("{'n': " + n + "}")));

    long before = statements();
    stand.client().setMany("u0", states);
    long inserting = statements() - before;
    stand.client().setMany("u0", states);
    long updating = statements() - before - inserting;

    assertThat(inserting).isLessThan(40);
    assertThat(updating).isLessThan(40);
    assertThat(stand.client().iterAllForCourse(StateSteps.COURSE)).hasSize(10_000);
    assertThat(Sql.rows(layout.connection(), "SELECT COUNT(*) FROM " + VersionTables.EXTENDED))
        .containsExactly(List.of("20000"));
  }

  @Test
  void aTableThatTheSettingsWantAndThatIsMissingIsNamed(TestDatabase database) throws SQLException {
    TestDatabase bare = database.another("bare");
    MySqlStand.makeTables(bare, "auth_user", "courseware_studentmodule", VersionTables.ORIGINAL);

    assertThatThrownBy(
            () ->
                UserStates.mysql(
                    MySqlStand.TABLES,
                    MySqlStand.connection(bare),
                    Optional.empty(),
                    Optional.of(HistorySettings.PLATFORM),
                    stand::time))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("the history settings want the table " + VersionTables.EXTENDED);
  }

  @Test
  void withBothSettingsOffVersionsAreWrittenAndNeverRead() throws SQLException {
    try (UserStateClient client =
        UserStates.mysql(
            MySqlStand.TABLES,
            MySqlStand.connection(layout.database()),
            Optional.empty(),
            Optional.of(new HistorySettings(false, false)),
            new TickingClock())) {
      client.set("u0", B0, json("{'a': 1}"));

      assertThat(Sql.rows(layout.connection(), "SELECT state FROM " + VersionTables.ORIGINAL))
          .containsExactly(List.of("{\"a\": 1}"));
      assertThatThrownBy(() -> client.getHistory("u0", B0).toList())
          .isInstanceOf(UserStateException.DoesNotExist.class);
    }
  }

  @Test
  void versionsOfTheExtendedTableComeBeforeThoseOfTheOriginalOne() throws SQLException {
    stand.client().set("u0", B0, json("{'new': 1}"));
    Sql.run(
        layout.connection(),
        List.of(
            "INSERT INTO "
                + VersionTables.ORIGINAL
                + " (created, state, student_module_id) SELECT '2027-01-01', '{\"old\": 1}', id FROM"
                + " courseware_studentmodule"));

    assertThat(stand.client().getHistory("u0", B0).map(one -> one.state().orElseThrow().toString()))
        .containsExactly("{\"new\":1}", "{\"old\":1}");
  }
}
