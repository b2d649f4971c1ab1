package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.Sql;

/** Positions in videos and sequences, laid over the fields of a stored state. */
@DatabaseTest
class PositionLoadTest extends StateLoads {

  @Test
  void otherFieldsOfAVideoThatStandsWhereTheSpecSaysAreFine() throws SQLException {
    lab.load(USERS + MODULES);
    Sql.run(
        connection,
        List.of(
            "UPDATE courseware_studentmodule SET state ="
                + " '{\"speed\": 2.0, \"saved_video_position\": \"00:01:30\"}'"
                + " WHERE state LIKE '%00:01:30%'"));

    assertThat(lab.load(USERS + MODULES)).isEmpty();
  }

  private static final String VIDEO =
      USERS
          + """
          video_positions:
            - {username: ada, block: block-v1:edX+DemoX+2026+type@video+block@v1, position: "00:01:30"}
          """;

  private static void storeInVideo(String state) throws SQLException {
    Sql.run(
        connection,
        List.of(
            "INSERT INTO courseware_studentmodule (module_type, module_id, course_id, state, done,"
                + " created, modified, student_id) SELECT 'video',"
                + " 'block-v1:edX+DemoX+2026+type@video+block@v1', 'course-v1:edX+DemoX+2026', "
                + state
                + ", 'na', '2026-01-01', '2026-01-01', id FROM auth_user WHERE username = 'ada'"));
  }

  @Test
  void aPositionIsLaidOverTheFieldsThatAreThere() throws SQLException {
    lab.load(USERS);
    storeInVideo("'{\"speed\": 1.50, \"saved_video_position\": \"00:00:01\", \"n\": null}'");

    assertThat(lab.load(VIDEO))
        .containsExactly(
            "update courseware_studentmodule ada, block-v1:edX+DemoX+2026+type@video+block@v1,"
                + " course-v1:edX+DemoX+2026 {state: {\"speed\": 1.50, \"saved_video_position\":"
                + " \"00:00:01\", \"n\": null} -> {\"speed\": 1.50, \"saved_video_position\":"
                + " \"00:01:30\", \"n\": null}}");
    assertThat(module("ada").get(0).get(4))
        .isEqualTo("{\"speed\": 1.50, \"saved_video_position\": \"00:01:30\", \"n\": null}");
    assertThat(module("ada").get(0).get(9)).isEqualTo("2026-03-29 01:30:00.123456");
    assertThat(lab.load(VIDEO)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NULL", "'{}'"})
  void aPositionOverNoStateIsTheWholeState(String none) throws SQLException {
    lab.load(USERS);
    storeInVideo(none);

    lab.load(VIDEO);

    assertThat(module("ada").get(0).get(4)).isEqualTo("{\"saved_video_position\": \"00:01:30\"}");
  }

  @Test
  void aPositionIsNotLaidOverWhatIsNoState() throws SQLException {
    lab.load(USERS);
    storeInVideo("'[1]'");

    assertThatThrownBy(() -> lab.load(VIDEO))
        .isInstanceOf(RowProblem.class)
        .hasMessage(
            "spec.yaml:3:5: the stored state of the row is not a JSON object but a list; give the"
                + " whole state under student_modules");
    assertThat(module("ada").get(0).get(4)).isEqualTo("[1]");
  }
}
