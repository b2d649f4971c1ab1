package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** What {@code docs/learner-state.md} shows is what happens. */
@DatabaseTest
class LearnerStatePageTest {

  private static String block(String page, String language) {
    Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  @Test
  void itsSpecLoadsAndItsCommandsPrintWhatItSays(TestDatabase database, @TempDir Path folder)
      throws IOException, SQLException {
    String page = Files.readString(Path.of("docs/learner-state.md"));
    SpecLab specs = new SpecLab(database, LmsService.lms()).withTables();
    specs.load(block(page, "yaml"));
    assertThat(specs.load(block(page, "yaml"))).isEmpty();
    CommandLab lab = new CommandLab(folder).database("lms", database);

    List<String> shown = new ArrayList<>();
    for (String line : block(page, "console").lines().toList()) {
      if (line.startsWith("$ devdata ")) {
        CommandLab.Result result = lab.run(Words.of(line.substring("$ devdata ".length())));
        assertThat(result.err()).as(line).isEmpty();
        shown.add(line);
        result.out().lines().forEach(shown::add);
      }
    }

    assertThat(String.join("\n", shown)).isEqualTo(block(page, "console").strip());
  }
}
