package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.Page;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** What {@code docs/learner-state.md} shows is what happens. */
@DatabaseTest
class LearnerStatePageTest {

  @Test
  void itsSpecLoadsAndItsCommandsPrintWhatItSays(TestDatabase database, @TempDir Path folder)
      throws IOException, SQLException {
    Page page = Page.of("docs/learner-state.md");
    SpecLab specs = new SpecLab(database, LmsService.lms()).withTables();
    specs.load(page.block("yaml"));
    assertThat(specs.load(page.block("yaml"))).isEmpty();
    CommandLab lab = new CommandLab(folder).database("lms", database);

    List<String> shown = new ArrayList<>();
    for (String line : page.block("console").lines().toList()) {
      if (line.startsWith("$ devdata ")) {
        CommandLab.Result result = lab.run(Words.of(line.substring("$ devdata ".length())));
        assertThat(result.err()).as(line).isEmpty();
        shown.add(line);
        result.out().lines().forEach(shown::add);
      }
    }

    assertThat(String.join("\n", shown)).isEqualTo(page.block("console").strip());
  }
}
