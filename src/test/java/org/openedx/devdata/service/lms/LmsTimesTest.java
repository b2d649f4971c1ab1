package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;

/** Times of rows: in UTC, set once, and not moved by later loads. */
@DatabaseTest
class LmsTimesTest extends LmsTwice {

  @Test
  void relativeTimesAreSetOnceAndNotMoved() throws SQLException {
    String spec = "courses: [{course_id: " + COURSE + ", start: now - 3d, end: today + 1y}]";
    lab.load(spec);

    assertThat(
            database.value(
                "SELECT CONCAT(`start`, ' ', `end`) FROM course_overviews_courseoverview"))
        .isEqualTo("2026-03-26 01:30:00.123456 2027-03-29 00:00:00.000000");
    assertThat(lab.loadAt(SpecLab.NOW.plusSeconds(86_400 * 40), spec)).isEmpty();
  }

  @Test
  void momentsAreStoredInUtcWhateverTheZones() throws SQLException {
    TimeZone home = TimeZone.getDefault();
    try {
      // In Berlin this clock time did not exist in that night.
      TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
      lab.load("users: [{username: jane, date_joined: 2026-03-29T02:30:00.123456Z}]");
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      assertThat(
              lab.load(
                  "users: [{username: jane, date_joined: '2026-03-29T04:30:00.123456+02:00'}]"))
          .isEmpty();
    } finally {
      TimeZone.setDefault(home);
    }
    assertThat(database.value("SELECT CAST(date_joined AS CHAR) FROM auth_user"))
        .isEqualTo("2026-03-29 02:30:00.123456");
  }

  @Test
  void aSavedHistoryIsWrittenOnceAndAsTold() throws SQLException {
    String spec =
        """
        users: [{username: jane}]
        enrollments:
          - username: jane
            course_id: a/b/c
            mode: verified
            created: 2026-01-01
            history:
              - {date: 2026-01-01, mode: audit}
              - {date: 2026-01-05, mode: verified}
        """;
    lab.load(spec);

    assertThat(lab.loadAt(Instant.parse("2027-01-01T00:00:00Z"), spec)).isEmpty();
    assertThat(
            database.rows(
                "SELECT mode, history_type, CAST(history_date AS CHAR)"
                    + " FROM student_courseenrollment_history ORDER BY history_date"))
        .extracting(Object::toString)
        .containsExactly(
            "[audit, +, 2026-01-01 00:00:00.000000]", "[verified, ~, 2026-01-05 00:00:00.000000]");
  }

  @Test
  void aHistoryRelativeToNowIsWrittenOnceToo() throws SQLException {
    String spec =
        """
        users: [{username: jane}]
        enrollments:
          - username: jane
            course_id: a/b/c
            history: [{date: now - 3w}, {date: now - 1w, is_active: false}]
            is_active: false
        """;
    lab.load(spec);

    assertThat(lab.loadAt(SpecLab.NOW.plusSeconds(86_400), spec)).isEmpty();
    assertThat(database.value("SELECT COUNT(*) FROM student_courseenrollment_history"))
        .isEqualTo("2");
  }
}
