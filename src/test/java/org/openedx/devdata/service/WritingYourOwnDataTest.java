package org.openedx.devdata.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.Page;
import org.openedx.devdata.testing.SiteLab;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Loads the YAML of {@code docs/writing-your-own-data.md}, from top to bottom. */
@DatabaseTest
class WritingYourOwnDataTest {

  private static final Page PAGE = Page.of("docs/writing-your-own-data.md");
  private static final Pattern NAME = Pattern.compile("# (?<name>(?<ida>[a-z]+)\\.yaml)\\n");

  @TempDir private Path folder;

  @Test
  void everyBlockLoadsAndLoadsAgain(TestDatabase lms) throws IOException, SQLException {
    SiteLab lab = new SiteLab().with("lms", lms).with("ecommerce", lms.another("shop"));
    List<String> blocks = PAGE.blocks("yaml");
    assertThat(blocks).hasSizeGreaterThan(9);
    Files.writeString(folder.resolve("staff.csv"), PAGE.block("csv"));

    for (String block : blocks) {
      Path top = file(block);
      lab.load(top);

      assertThat(lab.loadAt(SpecLab.NOW.plusSeconds(86_400), top)).as(block).isEmpty();
    }
    // The last block of the page is its whole site.
    assertThat(lab.reset(folder.resolve("top.yaml"))).isNotEmpty();
  }

  /** Writes a block to the file that it names; a service's own file gets a top-level one. */
  private Path file(String block) throws IOException {
    Matcher name = NAME.matcher(block);
    assertThat(name.lookingAt()).as("a block names its file first: %s", block).isTrue();
    Path file = Files.writeString(folder.resolve(name.group("name")), block);
    String ida = name.group("ida");
    return ida.equals("top")
        ? file
        : Files.writeString(
            folder.resolve("only-" + ida + ".yaml"),
            "[{ida: " + ida + ", path: " + file.getFileName() + "}]\n");
  }

  @Test
  void theMessagesOfThePageAreThoseOfItsMistakes(TestDatabase lms)
      throws IOException, SQLException {
    String broken =
        """
        users:
          - username: jane_doe
            emial: jane@example.com
        enrollments:
          - username: jane_doe
            course_id: course-v1:DevdataX+Botany101
        """;
    Files.writeString(folder.resolve("lms.yaml"), broken);
    Path top = Files.writeString(folder.resolve("top.yaml"), "- {ida: lms, path: lms.yaml}\n");
    SiteLab lab = new SiteLab().with("lms", lms);

    Throwable thrown = catchThrowable(() -> lab.load(top));

    assertThat(PAGE.blocks("text")).contains(thrown.getMessage().replace(folder + "/", "") + "\n");
  }
}
