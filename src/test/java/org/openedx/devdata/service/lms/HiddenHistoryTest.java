package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** A user with rights on single tables, and not on one that keeps a history. */
@DatabaseTest
class HiddenHistoryTest {

  private static final String HIDDEN = "course_overviews_historicalcourseoverview";
  private static final String SPEC = "courses: [{course_id: a/b/c}]";

  private static SpecLab labOfUser(TestDatabase database) throws SQLException {
    TestDatabase user = database.withUser("USAGE");
    for (List<String> table : database.rows("SHOW TABLES")) {
      if (!table.get(0).equals(HIDDEN)) {
        database.run(
            "GRANT SELECT, INSERT, UPDATE, DELETE ON `%s`.`%s` TO '%s'@'%%'"
                .formatted(database.name(), table.get(0), user.user()));
      }
    }
    return new SpecLab(user, LmsService.lms());
  }

  @Test
  void aHistoryThatIsThereIsNotLeftOut(TestDatabase database) throws SQLException {
    new SpecLab(database, LmsService.lms()).withTables();
    database.run(
        "CREATE TABLE django_content_type (id int, app_label varchar(100), model varchar(100))",
        "INSERT INTO django_content_type VALUES (1, 'course_overviews',"
            + " 'historicalcourseoverview')");

    assertThatThrownBy(() -> labOfUser(database).load(SPEC))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("may not see table " + HIDDEN)
        .hasMessageContaining("GRANT SELECT, INSERT, UPDATE, DELETE ON");
    assertThat(database.value("SELECT COUNT(*) FROM course_overviews_courseoverview"))
        .isEqualTo("0");
  }

  @Test
  void whereItCannotBeKnownItIsSaid(TestDatabase database) throws SQLException {
    new SpecLab(database, LmsService.lms()).withTables();
    SpecLab lab = labOfUser(database);

    assertThat(lab.load(SPEC)).isNotEmpty();
    assertThat(lab.notes())
        .anySatisfy(
            note ->
                assertThat(note)
                    .contains("it is not known whether the database has")
                    .contains(HIDDEN));
  }
}
