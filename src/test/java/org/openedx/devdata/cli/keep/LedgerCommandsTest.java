package org.openedx.devdata.cli.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.DatabaseTest;

/** Commands that ask the ledger: pruning, adopted rows, names of specs. */
@DatabaseTest
class LedgerCommandsTest extends LedgerCommands {

  private static final String NAMED =
      "version: 1\nname: demo-site\nservices: [{ida: lms, path: lms.yaml}]\n";

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

  /** A slip in a path is no empty ledger. */
  @Test
  void aLedgerFileThatIsNotThereIsRefusedBeforeADatabaseIsAsked() {
    CommandLab nowhere =
        new CommandLab(folder).variable("DEVDATA_LMS_URL", "jdbc:mysql://127.0.0.1:1/edxapp");
    for (String[] line : new String[][] {{"ledger"}, {"ledger", "forget", "demo-site"}}) {
      List<String> all = new ArrayList<>(List.of(line));
      all.addAll(List.of("--only", "lms", "--ledger", "none.json"));
      CommandLab.Result result = nowhere.run(all.toArray(String[]::new));
      assertThat(result.code()).as(result.err()).isNotZero();
      assertThat(result.err()).contains("none.json").doesNotContain("Connection refused");
    }
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
}
