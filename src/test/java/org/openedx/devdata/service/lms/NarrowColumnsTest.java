package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openedx.devdata.service.lms.ChangedTables.lab;
import static org.openedx.devdata.service.lms.ChangedTables.users;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Columns that cannot hold what a spec says: their character sets and lengths. */
@DatabaseTest
class NarrowColumnsTest {

  @Test
  void threeByteUtf8RefusesWhatItCannotHold(TestDatabase database) throws SQLException {
    TestDatabase old = database.another("utf8mb3", "utf8mb3", "utf8mb3_general_ci");
    SpecLab lab = lab(old);
    old.run("ALTER TABLE auth_userprofile CONVERT TO CHARACTER SET utf8mb3");

    assertThatThrownBy(() -> lab.load("users:\n- username: jane\n  name: Jane \uD83D\uDE00\n"))
        .isInstanceOf(RowProblem.class)
        .hasMessageStartingWith("spec.yaml:2:3: column auth_userprofile.name is utf8mb3")
        .hasMessageContaining("convert the table to utf8mb4");
    assertThat(users(old)).isEqualTo("0");

    lab.load("users: [{username: jane, name: Zoë 王}]");
    assertThat(old.value("SELECT name FROM auth_userprofile")).isEqualTo("Zoë 王");
  }

  @Test
  void latin1RefusesWhatItCannotHold(TestDatabase database) throws SQLException {
    SpecLab lab = lab(database);
    database.run("ALTER TABLE auth_userprofile CONVERT TO CHARACTER SET latin1");

    assertThatThrownBy(() -> lab.load("users: [{username: jane, name: 王}]"))
        .isInstanceOf(RowProblem.class)
        .hasMessageContaining("column auth_userprofile.name is latin1");

    lab.load("users: [{username: jane, name: Zoë, city: Liège}]");
    assertThat(database.value("SELECT name FROM auth_userprofile")).isEqualTo("Zoë");
  }

  @Test
  void whatIsMadeUpIsMadeUpAgainWhereTheTableCannotHoldIt(TestDatabase database)
      throws SQLException {
    SpecLab lab = lab(database);
    StringBuilder spec = new StringBuilder("users:\n");
    for (int i = 0; i < 300; i++) {
      spec.append("- username: learner_").append(i).append('\n');
    }
    for (String charset : new String[] {"latin1", "ascii"}) {
      database.run(
          "ALTER TABLE auth_userprofile CONVERT TO CHARACTER SET " + charset,
          "ALTER TABLE auth_userprofile MODIFY city varchar(20)");

      assertThat(lab.load(spec.toString())).as(charset).hasSize(600);
      assertThat(lab.load(spec.toString())).as(charset).isEmpty();
      assertThat(database.value("SELECT COUNT(*) FROM auth_userprofile WHERE name LIKE '%?%'"))
          .isEqualTo("0");
      lab.reset(spec.toString());
    }
  }

  @Test
  void aNarrowerColumnIsNamedWithItsLimit(TestDatabase database) throws SQLException {
    SpecLab lab = lab(database);
    database.run("ALTER TABLE auth_user MODIFY first_name varchar(30) NOT NULL");

    assertThatThrownBy(
            () -> lab.load("users: [{username: jane, first_name: " + "x".repeat(31) + "}]"))
        .isInstanceOf(RowProblem.class)
        .hasMessageContaining(
            "column auth_user.first_name holds at most 30 characters here, not 31");
  }
}
