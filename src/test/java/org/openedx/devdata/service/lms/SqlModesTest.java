package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** A server whose sessions begin with any {@code sql_mode} that it knows. */
@DatabaseTest
class SqlModesTest {

  /** All modes of MySQL 8 and 9 and of MariaDB 10 and 11; a server takes those that it knows. */
  private static final List<String> MODES =
      List.of(
          "REAL_AS_FLOAT,PIPES_AS_CONCAT,ANSI_QUOTES,IGNORE_SPACE",
          "ANSI_QUOTES",
          "ANSI",
          "NO_BACKSLASH_ESCAPES",
          "ANSI_QUOTES,NO_BACKSLASH_ESCAPES",
          "IGNORE_SPACE,ONLY_FULL_GROUP_BY,NO_UNSIGNED_SUBTRACTION",
          "NO_DIR_IN_CREATE,NO_AUTO_VALUE_ON_ZERO",
          "STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE",
          "ALLOW_INVALID_DATES,HIGH_NOT_PRECEDENCE,PAD_CHAR_TO_FULL_LENGTH",
          "TIME_TRUNCATE_FRACTIONAL",
          "TRADITIONAL",
          "",
          "MYSQL323",
          "MYSQL40",
          "MSSQL",
          "DB2",
          "MAXDB",
          "POSTGRESQL",
          "ORACLE",
          "EMPTY_STRING_IS_NULL,SIMULTANEOUS_ASSIGNMENT",
          "TIME_ROUND_FRACTIONAL");

  private static boolean takes(TestDatabase database, String mode) {
    try {
      database.run("SET SESSION sql_mode = '" + mode + "'");
      return true;
    } catch (SQLException unknown) {
      return false;
    }
  }

  /** So many that they go by LOAD DATA, with texts that quoting could hurt. */
  private static String spec(String last) {
    StringBuilder spec = new StringBuilder("users:\n");
    for (int i = 0; i < 220; i++) {
      spec.append("- {username: u")
          .append(i)
          .append(", name: 'O''Neil \\ \"x\" `y` \\n ''")
          .append(i)
          .append("'}\n");
    }
    return spec.append("- {username: last, name: ").append(last).append("}\n").toString();
  }

  @Test
  void everyModeOfTheServerIsWorkedWith(TestDatabase database) throws SQLException {
    new SpecLab(database, LmsService.lms()).withTables();
    database.run(
        "CREATE TRIGGER refuse BEFORE INSERT ON auth_userprofile FOR EACH ROW BEGIN"
            + " IF NEW.name = 'Last One' THEN SIGNAL SQLSTATE '23000'"
            + " SET MESSAGE_TEXT = 'no last ones here'; END IF; END");
    List<String> taken = new ArrayList<>();
    for (String mode : MODES) {
      if (takes(database, mode)) {
        taken.add(mode);
        SpecLab lab =
            new SpecLab(
                database.withOption("sessionVariables", "sql_mode='" + mode + "'"),
                LmsService.lms());
        assertThatThrownBy(() -> lab.load(spec("Last One")))
            .as(mode)
            .isInstanceOf(RowProblem.class)
            .hasMessage("spec.yaml:222:3: no last ones here");
        assertThat(lab.load(spec("Anna \\ 'B'"))).as(mode).hasSize(442);
        assertThat(lab.plan(spec("Anna \\ 'B'"))).as(mode).isEmpty();
        assertThat(
                lab.load(
                    "users: [{username: u0, email: u1@example.com, name: '\\ \"'}, {username: u1, email: u0@example.com}]"))
            .as(mode)
            .hasSize(3);
        assertThat(
                database.value(
                    "SELECT name FROM auth_userprofile p JOIN auth_user u ON u.id = p.user_id WHERE username = 'u7'"))
            .as(mode)
            .isEqualTo("O'Neil \\ \"x\" `y` \\n '7");
        lab.reset(spec("x"));
        assertThat(database.value("SELECT COUNT(*) FROM auth_user")).as(mode).isEqualTo("0");
      }
    }
    assertThat(taken).contains("ANSI_QUOTES", "NO_BACKSLASH_ESCAPES", "TRADITIONAL");
  }
}
