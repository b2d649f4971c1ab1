package org.openedx.devdata.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SiteLab;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;
import org.openedx.devdata.testing.fuzz.Sweep;
import org.openedx.devdata.testing.fuzz.Verdict;
import org.openedx.devdata.testing.fuzz.YamlMutator;

/**
 * A spec with a slip in it either is refused before anything is written, or does what every spec
 * does: it loads, is then as specified, changes nothing the second time, and can be removed.
 */
@DatabaseTest
class FuzzLoadTest {

  @TempDir private Path folder;

  @Test
  void lms(TestDatabase database) throws Exception {
    new SpecLab(database, LmsService.lms()).withTables();
    sweep(
        "lms",
        new CommandLab(folder).database("lms", database),
        "src/test/resources/fuzz/lms.yaml");
  }

  @Test
  void shop(TestDatabase database) throws Exception {
    new SiteLab().with("ecommerce", database);
    sweep(
        "ecommerce",
        new CommandLab(folder).database("ecommerce", database),
        "specs/ecommerce.yaml");
  }

  private void sweep(String ida, CommandLab lab, String original) throws IOException {
    YamlMutator files = new YamlMutator(List.of(Files.readString(Path.of(original))));
    lab.file("top.yaml", "- {ida: %s, path: fuzz.yaml}\n".formatted(ida));
    String top = lab.path("top.yaml");
    Sweep.of(
        25,
        number -> {
          String input = files.slip(number);
          lab.file("fuzz.yaml", input);
          List<String> faults = new ArrayList<>();
          // What only the database knows is refused by the plan, as a spec that is wrong.
          if (lab.run("plan", top).code() != ExitCode.INVALID) {
            step(lab, faults, "load", "--seed", "7", top);
            step(lab, faults, "verify", "--seed", "7", top);
            step(lab, faults, "reset", "--seed", "7", top);
          }
          return faults.isEmpty() ? faults : List.of(faults.get(0) + "\n--- input\n" + input);
        });
  }

  private static void step(CommandLab lab, List<String> faults, String... line)
      throws SQLException {
    CommandLab.Result result = lab.run(line);
    String answer = "\n--- " + line[0] + "\n" + result.out() + result.err();
    Verdict.faults(result.code(), result.out(), result.err())
        .forEach(fault -> faults.add(line[0] + ": " + fault + answer));
    if (result.code() != ExitCode.DONE) {
      faults.add(line[0] + ": exit code " + result.code() + answer);
    }
  }
}
