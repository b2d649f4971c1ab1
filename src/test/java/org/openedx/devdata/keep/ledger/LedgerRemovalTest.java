package org.openedx.devdata.keep.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.table.Companion;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.Removal;
import org.openedx.devdata.plan.SqlService;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.service.ecommerce.EcommerceService;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Removal of seeded accounts on which the platform and plug-ins have hung rows since. */
@DatabaseTest
class LedgerRemovalTest {

  private static final LmsService LMS = LmsService.lms();
  private static final String USERS = "users: [{username: anna}, {username: ben}]\n";

  private TestDatabase database;

  @BeforeEach
  void tables(TestDatabase fresh) throws SQLException {
    database = fresh;
    new SpecLab(fresh, LMS).withTables();
    fresh.run(
        referring("student_anonymoususerid", "user_id", "auth_user"),
        referring("user_api_userpreference", "user_id", "auth_user"),
        "CREATE TABLE oauth2_provider_accesstoken (id int AUTO_INCREMENT PRIMARY KEY,"
            + " user_id int NULL, source_refresh_token_id int NULL,"
            + " FOREIGN KEY (user_id) REFERENCES auth_user (id))",
        "CREATE TABLE oauth2_provider_refreshtoken (id int AUTO_INCREMENT PRIMARY KEY,"
            + " user_id int NOT NULL, access_token_id int NULL,"
            + " FOREIGN KEY (user_id) REFERENCES auth_user (id),"
            + " FOREIGN KEY (access_token_id) REFERENCES oauth2_provider_accesstoken (id))",
        "ALTER TABLE oauth2_provider_accesstoken ADD FOREIGN KEY (source_refresh_token_id)"
            + " REFERENCES oauth2_provider_refreshtoken (id)",
        referring("plugin_badge", "user_id", "auth_user"),
        referring("plugin_badgeimage", "badge_id", "plugin_badge"),
        "ALTER TABLE plugin_badgeimage ADD parent_id int NULL,"
            + " ADD FOREIGN KEY (parent_id) REFERENCES plugin_badgeimage (id)");
  }

  private static String referring(String table, String column, String to) {
    return "CREATE TABLE %1$s (id int AUTO_INCREMENT PRIMARY KEY, %2$s int NOT NULL, FOREIGN KEY (%2$s) REFERENCES %3$s (id))"
        .formatted(table, column, to);
  }

  private SpecLab lab() {
    return new SpecLab(database, LMS)
        .withLedgers(new SpecLedgers(LedgerLab.origin("one", "host"), Optional.empty()));
  }

  private String count(String table) throws SQLException {
    return database.value("SELECT COUNT(*) FROM " + table);
  }

  /** Signs anna and ben in, as the platform would. */
  private void live() throws SQLException {
    database.run(
        "INSERT INTO student_anonymoususerid (user_id) SELECT id FROM auth_user",
        "INSERT INTO user_api_userpreference (user_id) SELECT id FROM auth_user",
        "INSERT INTO oauth2_provider_accesstoken (user_id) SELECT id FROM auth_user",
        "INSERT INTO oauth2_provider_refreshtoken (user_id, access_token_id)"
            + " SELECT user_id, id FROM oauth2_provider_accesstoken",
        "UPDATE oauth2_provider_accesstoken a JOIN oauth2_provider_refreshtoken r"
            + " ON r.access_token_id = a.id SET a.source_refresh_token_id = r.id");
  }

  @Test
  void whatFollowsFromAnAccountGoesWithIt() throws SQLException {
    lab().load(USERS);
    database.run(
        "INSERT INTO auth_user (username, email, password, is_superuser, first_name, last_name, is_staff, is_active, date_joined)"
            + " VALUES ('person', 'p@x.org', '', 0, '', '', 0, 1, NOW())");
    live();

    lab().removing(new Removal(true, false, false)).reset(USERS);

    for (String table :
        List.of(
            "auth_user",
            "student_anonymoususerid",
            "user_api_userpreference",
            "oauth2_provider_accesstoken",
            "oauth2_provider_refreshtoken")) {
      assertThat(count(table)).as(table).isEqualTo("1");
    }
  }

  @Test
  void anImpliedAccountGoesWithWhatFollowsFromIt() throws SQLException {
    String roles =
        "create_missing: true\n"
            + "roles: [{username: u, role: staff, course_id: course-v1:A+B+C}]\n";
    lab().load(roles);
    live();

    lab().removing(new Removal(true, false, false)).reset(roles);

    assertThat(count("auth_user")).isEqualTo("0");
    assertThat(count("student_anonymoususerid")).isEqualTo("0");
  }

  @Test
  void whatElseRefersIsNamedAndGoesOnlyByACascade() throws SQLException {
    lab().load(USERS);
    database.run(
        "INSERT INTO plugin_badge (user_id) SELECT id FROM auth_user WHERE username = 'ben'",
        "INSERT INTO plugin_badgeimage (badge_id) SELECT id FROM plugin_badge",
        "INSERT INTO plugin_badgeimage (badge_id, parent_id)"
            + " SELECT badge_id, id FROM plugin_badgeimage");
    Removal all = new Removal(true, false, true);

    assertThatThrownBy(() -> lab().removing(new Removal(true, false, false)).reset(USERS))
        .isInstanceOf(RowProblem.class)
        .hasMessageContaining("auth_user 'ben' cannot be removed")
        .hasMessageContaining("plugin_badge (1 row)");
    assertThat(count("auth_user")).isEqualTo("2");
    lab().removing(all).reset(USERS);

    assertThat(count("auth_user")).isEqualTo("0");
    assertThat(count("plugin_badge")).isEqualTo("0");
    assertThat(count("plugin_badgeimage")).isEqualTo("0");
  }

  @Test
  void companionsAreTablesThatNoSpecWritesTo() {
    for (SqlService service : List.of(LMS, new EcommerceService())) {
      for (Table table : service.tables().all()) {
        for (Companion companion : table.details().companions()) {
          assertThat(service.tables().has(companion.table())).as(companion.table()).isFalse();
        }
      }
    }
  }
}
