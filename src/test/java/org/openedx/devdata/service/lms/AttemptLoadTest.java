package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.service.lms.userstate.json.StateJson;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.Sql;

/** Attempts at problems, which become a state with a version for each submission. */
@DatabaseTest
class AttemptLoadTest extends StateLoads {

  @Test
  void attemptsBecomeARowThatEqualsItsLastVersion() throws SQLException {
    lab.load(ATTEMPTS);

    List<String> row = module("ada").get(0);
    assertThat(row.subList(1, 4)).containsExactly("problem", BLOCK, "course-v1:edX+DemoX+2026");
    assertThat(row.get(4))
        .isEqualTo(
            "{\"seed\": 7, \"attempts\": 2, \"student_answers\": {\"p1_2_1\": \"choice_0\","
                + " \"p1_3_1\": [\"choice_2\"]}, \"correct_map\": {\"p1_2_1\": {\"correctness\":"
                + " \"correct\", \"npoints\": null, \"msg\": \"\", \"hint\": \"\", \"hintmode\":"
                + " null, \"queuestate\": null, \"answervariable\": null}, \"p1_3_1\":"
                + " {\"correctness\": \"correct\", \"npoints\": null, \"msg\": \"\", \"hint\": \"\","
                + " \"hintmode\": null, \"queuestate\": null, \"answervariable\": null}}, \"score\":"
                + " {\"raw_earned\": 2, \"raw_possible\": 2}, \"last_submission_time\":"
                + " \"2026-01-05T10:05:00Z\", \"input_state\": {\"p1_2_1\": {}, \"p1_3_1\": {}},"
                + " \"done\": true}");
    assertThat(row.subList(5, 10))
        .containsExactly("2.0", "2.0", "na", "2026-01-05 09:58:00", "2026-01-05 10:05:00");
    List<List<String>> versions = versions(EXTENDED, "ada");
    assertThat(versions.get(2)).startsWith(row.get(4), row.get(5), row.get(6), row.get(9));
    assertThat(rows("SELECT * FROM " + ORIGINAL)).isEmpty();
  }

  @Test
  void eachVersionWithAttemptsIsOneSubmissionAsReadersOfTheHistoryExpect() throws SQLException {
    lab.load(ATTEMPTS);

    for (String user : List.of("ada", "ben")) {
      List<List<String>> versions = versions(EXTENDED, user);
      assertThat(versions).hasSize(3);
      ObjectNode first = StateJson.parse(versions.get(0).get(0));
      assertThat(first.has("attempts")).isFalse();
      assertThat(versions.get(0).subList(1, 3)).containsOnlyNulls();
      for (int attempt = 1; attempt <= 2; attempt++) {
        ObjectNode state = StateJson.parse(versions.get(attempt).get(0));
        assertThat(state.get("attempts").intValue()).isEqualTo(attempt);
        assertThat(state.get("seed")).isEqualTo(first.get("seed"));
        assertThat(state.get("correct_map").properties()).isNotEmpty();
        assertThat(state.get("student_answers").properties()).isNotEmpty();
        assertThat(Double.valueOf(versions.get(attempt).get(1)))
            .isEqualTo(state.get("score").get("raw_earned").doubleValue());
        assertThat(versions.get(attempt).get(3)).isGreaterThan(versions.get(attempt - 1).get(3));
        assertThat(versions.get(attempt).get(4)).isNull();
      }
    }
    assertThat(versions(EXTENDED, "ada").get(1).subList(1, 3)).containsExactly("1.0", "2.0");
  }

  @Test
  void aChangedStateIsOneMoreVersion() throws SQLException {
    lab.load(ATTEMPTS);
    String more =
        ATTEMPTS.replace(
            "  - {username: ben",
            "      - {at: 2026-01-06T10:05:00Z, correct: false}\n  - {username: ben");

    List<String> changes = lab.load(more);

    assertThat(changes)
        .hasSize(2)
        .anyMatch(change -> change.startsWith("create " + EXTENDED + " ada"))
        .anyMatch(change -> change.startsWith("update courseware_studentmodule ada"));
    assertThat(versions(EXTENDED, "ada")).hasSize(4);
    assertThat(lab.load(more)).isEmpty();
  }

  @Test
  void whatALearnerDidMeanwhileStaysInTheHistory() throws SQLException {
    lab.load(ATTEMPTS);
    Sql.run(
        connection,
        List.of(
            "INSERT INTO "
                + EXTENDED
                + " (created, state, student_module_id) SELECT '2026-02-01', '{\"later\": 1}', id"
                + " FROM courseware_studentmodule"));

    assertThat(lab.load(ATTEMPTS)).isEmpty();
    assertThat(versions(EXTENDED, "ada")).hasSize(4);
  }

  @Test
  void aLoadThatTakesBackWhatALearnerDidIsAVersionToo() throws SQLException {
    lab.load(ATTEMPTS);
    Sql.run(
        connection,
        List.of(
            "UPDATE courseware_studentmodule SET state = '{\"later\": 1}'",
            "INSERT INTO "
                + EXTENDED
                + " (created, state, student_module_id) SELECT '2026-02-01', state, id"
                + " FROM courseware_studentmodule"));

    lab.load(ATTEMPTS);

    List<List<String>> versions = versions(EXTENDED, "ada");
    assertThat(versions).hasSize(5);
    assertThat(versions.get(4).get(0)).isEqualTo(module("ada").get(0).get(4));
    assertThat(lab.load(ATTEMPTS)).isEmpty();
  }
}
