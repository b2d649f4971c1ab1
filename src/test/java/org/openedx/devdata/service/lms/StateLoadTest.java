package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.Sql;

/** States of blocks in specs: their text, their versions, second loads and resets. */
@DatabaseTest
class StateLoadTest extends StateLoads {

  @Test
  void aSecondLoadAddsNothingWheneverItComes() throws SQLException {
    lab.load(ATTEMPTS + MODULES);
    List<List<List<String>>> before = dump();

    assertThat(lab.loadAt(SpecLab.NOW.plusSeconds(86_400), ATTEMPTS + MODULES)).isEmpty();
    assertThat(dump()).isEqualTo(before);
  }

  private static List<List<List<String>>> dump() throws SQLException {
    List<List<List<String>>> tables = new java.util.ArrayList<>();
    for (Table table : LmsService.lms().tables().all()) {
      tables.add(rows("SELECT * FROM " + table + " ORDER BY `" + table.primaryKey().name() + "`"));
    }
    return tables;
  }

  @Test
  void statesAreWrittenAsThePlatformWritesThemAndKeptExactly() throws SQLException {
    lab.load(USERS + MODULES);

    assertThat(module("ada").get(0).get(4))
        .isEqualTo(
            "{\"big\": 9007199254740993, \"float\": 1.0, \"whole\": 1, \"nothing\": null,"
                + " \"nested\": [[1.50, []], {}], \"face\": \"\\ud83c\\udf93\"}");
  }

  @Test
  void earlierVersionsComeBeforeTheOneThatEqualsTheRow() throws SQLException {
    lab.load(USERS + MODULES);

    assertThat(versions(EXTENDED, "ada"))
        .extracting(version -> version.get(0), version -> version.get(1), version -> version.get(3))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(null, null, "2026-01-06 09:58:00"),
            org.assertj.core.groups.Tuple.tuple("{\"big\": 1}", null, "2026-01-06 09:59:00"),
            org.assertj.core.groups.Tuple.tuple(
                module("ada").get(0).get(4), "0.5", "2026-01-06 10:00:00"));
  }

  @Test
  void keysOfAllFormsFindTheirCourse() throws SQLException {
    lab.load(USERS + MODULES);

    assertThat(module("ben"))
        .extracting(row -> row.get(1) + " " + row.get(3) + " " + row.get(4))
        .containsExactly(
            "problem edX/DemoX/2012 {\"a\": 1}",
            "problem lib:edX:tools {}",
            "problem course-v1:edX+DemoX+2026 null",
            "video course-v1:edX+DemoX+2026 {\"saved_video_position\": \"01:02:05\"}");
  }

  @Test
  void onlyProblemsGetVersions() throws SQLException {
    lab.load(USERS + MODULES);

    assertThat(
            rows(
                "SELECT DISTINCT module_type FROM courseware_studentmodule m JOIN "
                    + EXTENDED
                    + " h ON h.student_module_id = m.id"))
        .containsExactly(List.of("problem"));
    assertThat(rows("SELECT COUNT(*) FROM " + EXTENDED)).containsExactly(List.of("6"));
  }

  @Test
  void aResetRemovesRowsWithTheirVersionsInBothTables() throws SQLException {
    lab.load(USERS);
    List<List<List<String>>> before = dump();
    lab.load(ATTEMPTS.replaceFirst("users.*\n", "") + MODULES);
    Sql.run(
        connection,
        List.of(
            "INSERT INTO "
                + ORIGINAL
                + " (created, state, student_module_id) SELECT '2026-02-01', '{}', id"
                + " FROM courseware_studentmodule"));

    lab.reset(ATTEMPTS.replaceFirst("users.*\n", "") + MODULES);

    assertThat(dump()).isEqualTo(before);
  }

  @Test
  void aPlanTellsWhatALoadDoes() throws SQLException {
    List<String> planned = lab.plan(ATTEMPTS + MODULES);

    assertThat(rows("SELECT * FROM courseware_studentmodule")).isEmpty();
    assertThat(lab.load(ATTEMPTS + MODULES)).isEqualTo(planned);
  }

  @Test
  void versionsGoToTheOriginalTableWhenTheSiteSaysSo() throws SQLException {
    lab.load("extended_state_history: false\n" + ATTEMPTS);

    assertThat(versions(ORIGINAL, "ada")).hasSize(3);
    assertThat(rows("SELECT * FROM " + EXTENDED)).isEmpty();
  }

  @Test
  void smallChunksGiveTheSameRows() throws SQLException {
    lab.load(ATTEMPTS + MODULES);
    String states = "SELECT module_id, state, grade FROM courseware_studentmodule ORDER BY id";
    List<List<String>> whole = rows(states);
    empty();

    new SpecLab(database, LmsService.lms()).inChunksOf(1).load(ATTEMPTS + MODULES);

    assertThat(rows(states)).isEqualTo(whole);
  }
}
