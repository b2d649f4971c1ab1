package org.openedx.devdata.cli.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.service.ecommerce.EcommerceService;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** What a user sees of the ledger: options of load, plan, verify and reset, and `ledger` itself. */
@DatabaseTest
class LedgerCommandsTest {

  private static final String ONE = "- {ida: lms, path: lms.yaml}\n";
  private static final String TWO = ONE + "- {ida: lms, path: more.yaml}\n";
  private static final String NAMED =
      "version: 1\nname: demo-site\nservices: [{ida: lms, path: lms.yaml}]\n";
  private static final String BOTH = "users: [{username: anna}, {username: ben}]\n";
  private static final String ANNA = "users: [{username: anna}]\n";

  @TempDir private Path folder;
  private TestDatabase database;
  private CommandLab lab;

  @BeforeEach
  void tables(TestDatabase fresh) throws SQLException {
    database = fresh;
    new SpecLab(fresh, LmsService.lms()).withTables();
    lab = lab(folder);
    lab.file("top.yaml", ONE).file("lms.yaml", BOTH);
  }

  private CommandLab lab(Path elsewhere) {
    return new CommandLab(elsewhere).database("lms", database);
  }

  /** Runs a command on the top-level spec. */
  private CommandLab.Result run(String... words) {
    return on(folder, words);
  }

  private CommandLab.Result on(Path elsewhere, String... words) {
    String[] line = Arrays.copyOf(words, words.length + 1);
    line[words.length] = elsewhere.resolve("top.yaml").toString();
    return (elsewhere.equals(folder) ? lab : lab(elsewhere)).run(line);
  }

  private void done(String... words) {
    CommandLab.Result result = run(words);
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
  }

  private List<String> users() throws SQLException {
    return database.rows("SELECT username FROM auth_user ORDER BY username").stream()
        .map(row -> row.get(0))
        .toList();
  }

  @Test
  void planShowsWhatPruningRemovesAndLoadAsksFirst() throws SQLException {
    done("load");
    lab.file("lms.yaml", ANNA);

    assertThat(run("plan").out()).doesNotContain("ben");
    CommandLab.Result plan = run("plan", "--prune", "--detailed-exitcode", "--verbose");
    assertThat(plan.code()).isEqualTo(ExitCode.DIFFERENCES);
    assertThat(plan.out()).contains("ben").contains("auth_user");
    assertThat(run("verify", "--prune").code()).isEqualTo(ExitCode.DIFFERENCES);
    CommandLab.Result unasked = run("load", "--prune");
    assertThat(unasked.code()).isEqualTo(ExitCode.USAGE);
    assertThat(unasked.err()).contains("--yes");
    assertThat(users()).containsExactly("anna", "ben");

    done("load", "--prune", "--yes");

    assertThat(users()).containsExactly("anna");
    assertThat(run("verify", "--prune").code()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void adoptedRowsAreLeftUnlessAskedFor() throws SQLException {
    lab.file("top.yaml", NAMED);
    done("load");
    assertThat(lab.run("ledger", "forget", "--only", "lms", "demo-site").code())
        .isEqualTo(ExitCode.DONE);
    done("load");

    CommandLab.Result left = run("reset");
    assertThat(left.out()).contains("auth_user");
    assertThat(users()).containsExactly("anna", "ben");
    assertThat(run("reset", "--adopted").code()).isEqualTo(ExitCode.USAGE);
    assertThat(users()).containsExactly("anna", "ben");

    done("reset", "--adopted", "--yes");

    assertThat(users()).isEmpty();
  }

  @Test
  void whatRefersToSeededRowsIsNamedAndGoesByCascade() throws SQLException {
    done("load");
    database.run(
        "CREATE TABLE plugin_badge (id int AUTO_INCREMENT PRIMARY KEY, user_id int NOT NULL,"
            + " FOREIGN KEY (user_id) REFERENCES auth_user (id))",
        "INSERT INTO plugin_badge (user_id) SELECT id FROM auth_user WHERE username = 'ben'");

    CommandLab.Result refused = run("reset");
    assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err()).contains("ben").contains("plugin_badge").contains("--cascade");
    assertThat(users()).containsExactly("anna", "ben");
    assertThat(run("reset", "--cascade", "--dry-run").out()).contains("plugin_badge");
    assertThat(run("reset", "--cascade").code()).isEqualTo(ExitCode.USAGE);
    assertThat(users()).containsExactly("anna", "ben");

    done("reset", "--cascade", "--yes");

    assertThat(users()).isEmpty();
    assertThat(database.value("SELECT COUNT(*) FROM plugin_badge")).isEqualTo("0");
  }

  @Test
  void aSpecWithANameIsOneWhereverItLies(@TempDir Path other) throws SQLException {
    lab.file("top.yaml", NAMED);
    done("load");
    assertThat(lab.run("ledger").out()).contains("demo-site");
    lab(other).file("top.yaml", NAMED).file("lms.yaml", ANNA);

    CommandLab.Result result = on(other, "load", "--prune", "--yes");

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(users()).containsExactly("anna");
  }

  @Test
  void aSpecWithoutANameFromElsewhereIsInDoubt(@TempDir Path other) throws Exception {
    Path one = Files.createDirectories(folder.resolve("specs"));
    Path two = Files.createDirectories(other.resolve("specs"));
    lab(one).file("top.yaml", ONE).file("lms.yaml", BOTH);
    lab(two).file("top.yaml", ONE).file("lms.yaml", ANNA);
    assertThat(on(one, "load").code()).isEqualTo(ExitCode.DONE);

    CommandLab.Result refused = on(two, "load", "--prune", "--yes");

    assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err()).contains("specs/top.yaml").contains("name:");
    assertThat(users()).containsExactly("anna", "ben");
  }

  @Test
  void forgettingLeavesTheRowsAndNamesWhatItDoesNotKnow() throws SQLException {
    lab.file("top.yaml", NAMED);
    done("load");

    assertThat(lab.run("ledger", "forget", "demo").code()).isEqualTo(ExitCode.ABSENT);
    CommandLab.Result forgotten = lab.run("ledger", "forget", "demo-site");

    assertThat(forgotten.code()).isEqualTo(ExitCode.DONE);
    assertThat(database.value("SELECT COUNT(*) FROM devdata_ledger")).isEqualTo("0");
    assertThat(users()).containsExactly("anna", "ben");
    assertThat(run("reset").err()).contains("no load of 'demo-site' is remembered here");
    assertThat(users()).containsExactly("anna", "ben");
  }

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
