package org.openedx.devdata.cli.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Top-level specs of one and of two entries, and the commands that run them. */
abstract class LedgerCommands {

  static final String ONE = "- {ida: lms, path: lms.yaml}\n";
  static final String BOTH = "users: [{username: anna}, {username: ben}]\n";
  static final String ANNA = "users: [{username: anna}]\n";

  @TempDir Path folder;
  TestDatabase database;
  CommandLab lab;

  @BeforeEach
  void tables(TestDatabase fresh) throws SQLException {
    database = fresh;
    new SpecLab(fresh, LmsService.lms()).withTables();
    lab = lab(folder);
    lab.file("top.yaml", ONE).file("lms.yaml", BOTH);
  }

  CommandLab lab(Path elsewhere) {
    return new CommandLab(elsewhere).database("lms", database);
  }

  /** Runs a command on the top-level spec. */
  CommandLab.Result run(String... words) {
    return on(folder, words);
  }

  CommandLab.Result on(Path elsewhere, String... words) {
    String[] line = Arrays.copyOf(words, words.length + 1);
    line[words.length] = elsewhere.resolve("top.yaml").toString();
    return (elsewhere.equals(folder) ? lab : lab(elsewhere)).run(line);
  }

  void done(String... words) {
    CommandLab.Result result = run(words);
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
  }

  List<String> users() throws SQLException {
    return database.rows("SELECT username FROM auth_user ORDER BY username").stream()
        .map(row -> row.get(0))
        .toList();
  }
}
