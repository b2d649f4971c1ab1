package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.Sql;

/** Grades and states of one row, loaded together and apart. */
@DatabaseTest
class GradeLoadTest extends StateLoads {

  private static String graded(String fields) {
    return USERS + "student_modules: [{username: ada, block: %s, %s}]".formatted(BLOCK, fields);
  }

  @Test
  void aGradeAloneLeavesTheStateAndIsAVersionOfIt() throws SQLException {
    lab.load(graded("state: {a: 1}, modified: 2026-01-06T10:00:00Z"));

    List<String> changes = lab.load(graded("grade: 1, max_grade: 2"));

    assertThat(changes).hasSize(2);
    assertThat(module("ada").get(0).subList(4, 7)).containsExactly("{\"a\": 1}", "1.0", "2.0");
    assertThat(versions(EXTENDED, "ada"))
        .containsExactly(
            java.util.Arrays.asList("{\"a\": 1}", null, null, "2026-01-06 10:00:00", null),
            java.util.Arrays.asList(
                "{\"a\": 1}", "1.0", "2.0", "2026-03-29 01:30:00.123456", null));
    assertThat(lab.load(graded("grade: 1, max_grade: 2"))).isEmpty();
    assertThat(lab.load(graded("max_grade: 2"))).isEmpty();
  }

  @Test
  void aStateAloneLeavesTheGrade() throws SQLException {
    lab.load(graded("grade: 1, max_grade: 2"));

    lab.load(graded("state: {a: 1}"));

    assertThat(module("ada").get(0).subList(4, 7)).containsExactly("{\"a\": 1}", "1.0", "2.0");
    assertThat(versions(EXTENDED, "ada"))
        .extracting(version -> version.get(0) + " " + version.get(1) + "/" + version.get(2))
        .containsExactly("null 1.0/2.0", "{\"a\": 1} 1.0/2.0");
  }

  @Test
  void whatWasStoredDoesNotBecomeNullAgain() throws SQLException {
    lab.load(graded("state: {a: 1}"));

    assertThatThrownBy(() -> lab.load(graded("state: null")))
        .isInstanceOf(RowProblem.class)
        .hasMessageStartingWith("spec.yaml:2:19: the user has stored state in this block");
    assertThat(lab.load(graded("state: {}"))).hasSize(2);
    assertThat(versions(EXTENDED, "ada"))
        .extracting(version -> version.get(0))
        .containsExactly("{\"a\": 1}", "{}");
  }

  @Test
  void anUnchangedRowWithoutItsVersionGetsItAsItStands() throws SQLException {
    lab.load(graded("state: {a: 1}, grade: 1, modified: 2026-01-06T10:00:00Z"));
    Sql.run(connection, List.of("DELETE FROM " + EXTENDED));

    lab.load(graded("grade: 1"));

    assertThat(versions(EXTENDED, "ada"))
        .containsExactly(
            java.util.Arrays.asList("{\"a\": 1}", "1.0", null, "2026-01-06 10:00:00", null));
  }

  @Test
  void aNewRowWithVersionsAndNoStateHasThatOfTheLastOne() throws SQLException {
    lab.load(graded("max_grade: 3, versions: [{state: null}, {state: {a: 1}, grade: 2}]"));

    assertThat(module("ada").get(0).subList(4, 7)).containsExactly("{\"a\": 1}", "2.0", "3.0");
    assertThat(versions(EXTENDED, "ada"))
        .extracting(version -> version.get(0) + " " + version.get(1) + "/" + version.get(2))
        .containsExactly("null null/null", "{\"a\": 1} 2.0/null", "{\"a\": 1} 2.0/3.0");
  }
}
