package org.openedx.devdata.cli.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.service.ecommerce.EcommerceService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Entries of a top-level spec, and which of them the ledger remembers. */
@DatabaseTest
class LedgerEntriesTest extends LedgerCommands {

  private static final String TWO = ONE + "- {ida: lms, path: more.yaml}\n";

  @Test
  void entriesThatAreOneUnitAreRememberedAsOne() throws SQLException {
    lab.file("top.yaml", TWO).file("lms.yaml", ANNA);
    lab.file("more.yaml", "users: [{username: ben}, {username: cleo, email: taken@example.com}]\n");
    database.run(
        "INSERT INTO auth_user (username, email, password, first_name, last_name, is_staff,"
            + " is_active, is_superuser, date_joined) VALUES ('zoe', 'taken@example.com', '', '', '',"
            + " 0, 1, 0, NOW())");

    assertThat(run("load", "--atomic", "all").code()).isEqualTo(ExitCode.FAILED);
    assertThat(users()).containsExactly("zoe");
    assertThat(database.value("SELECT COUNT(*) FROM devdata_ledger")).isEqualTo("0");

    lab.file("more.yaml", "users: [{username: ben}]\n");
    done("load", "--atomic", "all");
    done("reset", "--atomic", "all");
    assertThat(users()).containsExactly("zoe");
  }

  @Test
  void anEntryThatFailsIsNotRememberedAndOthersAre() throws SQLException {
    lab.file("top.yaml", TWO).file("lms.yaml", ANNA);
    lab.file("more.yaml", "users: [{username: ben}]\n");
    database.run(
        "CREATE TRIGGER refuse BEFORE INSERT ON auth_user FOR EACH ROW"
            + " IF NEW.username = 'anna' THEN SIGNAL SQLSTATE '45000'; END IF");

    assertThat(run("load", "--keep-going").code()).isEqualTo(ExitCode.FAILED);
    assertThat(users()).containsExactly("ben");
    database.run("DROP TRIGGER refuse");
    done("load", "--keep-going");
    assertThat(users()).containsExactly("anna", "ben");

    done("reset", "--keep-going");

    assertThat(users()).isEmpty();
  }

  @Test
  void entriesThatTheTopLevelSpecNoLongerListsArePruned() throws SQLException {
    TestDatabase shop = database.another("shop");
    new SpecLab(shop, new EcommerceService()).withTables();
    lab.database("ecommerce", shop)
        .file("top.yaml", TWO + "- {ida: ecommerce, path: shop.yaml}\n")
        .file("lms.yaml", ANNA)
        .file("more.yaml", "users: [{username: ben}]\n")
        .file("shop.yaml", "partners: [{code: edX, short_code: edX}]\nusers: [{username: cleo}]\n");
    done("load");
    lab.file("top.yaml", ONE);

    CommandLab.Result plan = run("plan", "--prune", "--verbose");
    assertThat(plan.code()).as(plan.err()).isEqualTo(ExitCode.DONE);
    assertThat(plan.out()).contains("ben").contains("cleo").contains("edX");
    // Another set of services than all is no word on the rest.
    done("load", "--prune", "--yes", "--only", "lms");
    assertThat(shop.value("SELECT COUNT(*) FROM partner_partner")).isEqualTo("1");

    done("load", "--prune", "--yes");

    assertThat(users()).containsExactly("anna");
    assertThat(shop.value("SELECT COUNT(*) FROM partner_partner")).isEqualTo("0");
    assertThat(shop.value("SELECT COUNT(*) FROM devdata_ledger")).isEqualTo("0");
    assertThat(run("verify", "--prune").code()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aResetTakesServicesThatAreNoLongerListed() throws SQLException {
    TestDatabase shop = database.another("shop2");
    new SpecLab(shop, new EcommerceService()).withTables();
    lab.database("ecommerce", shop)
        .file("top.yaml", ONE + "- {ida: ecommerce, path: shop.yaml}\n")
        .file("shop.yaml", "partners: [{code: edX, short_code: edX}]\n");
    done("load");
    lab.file("top.yaml", ONE);

    done("reset");

    assertThat(users()).isEmpty();
    assertThat(shop.value("SELECT COUNT(*) FROM partner_partner")).isEqualTo("0");
  }
}
