package org.openedx.devdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.JavaCommand;
import org.openedx.devdata.testing.JavaSources;
import org.openedx.devdata.testing.Page;
import org.openedx.devdata.testing.SelectedTests;
import org.openedx.devdata.testing.TestDatabase;

/** Follows docs/extending.md to the letter, in a copy of the files that it names. */
@DatabaseTest
@Tag("once")
class ExtendingPageTest {

  /** A step: where, after which line if it says so, and the block that follows. */
  private static final Pattern STEP =
      Pattern.compile(
          "^(New file|At the end of|In) `(src/[^`]+)`(?:, after `([^`]+)`)?:\\n\\n```\\w+\\n(.*?)^```$",
          Pattern.MULTILINE | Pattern.DOTALL);

  private static final Path MAIN = Path.of("src/main/java");
  private static final Path TEST = Path.of("src/test/java");
  private static final Path RESOURCES = Path.of("src/main/resources");

  @TempDir private Path copy;

  private final List<Path> sources = new ArrayList<>();
  private final List<String> tests = new ArrayList<>();

  @Test
  void theStepsOfThePageMakeAKindWhoseTestPasses(TestDatabase database) throws Exception {
    String page = Page.of("docs/extending.md").text();
    List<MatchResult> steps = STEP.matcher(page).results().toList();
    for (MatchResult step : steps) {
      follow(step);
    }
    assertThat(page.split("```(java|yaml)\n", -1))
        .as("blocks that are steps")
        .hasSize(steps.size() + 1);
    assertThat(tests).isNotEmpty();
    JavaSources.compile(sources, copy);

    assertThat(run(database)).as("what the new tests say").startsWith("passed ");
  }

  private void follow(MatchResult step) throws IOException {
    Path file = Path.of(step.group(2));
    String block = step.group(4);
    boolean isResource = file.startsWith(RESOURCES);
    Path to =
        copy.resolve(isResource ? RESOURCES.relativize(file) : Path.of("sources").resolve(file));
    Files.createDirectories(to.getParent());
    if (step.group(1).equals("New file")) {
      assertThat(file).as("a file that the page calls new").doesNotExist();
      Files.writeString(to, block);
    } else {
      String text = Files.readString(Files.exists(to) ? to : file);
      Files.writeString(to, changed(text, step, block));
    }
    if (!isResource && !sources.contains(to)) {
      sources.add(to);
    }
    if (file.startsWith(TEST)) {
      tests.add(TEST.relativize(file).toString().replace(".java", "").replace('/', '.'));
    }
  }

  private static String changed(String text, MatchResult step, String block) {
    if (step.group(1).equals("At the end of")) {
      return text + block;
    }
    String line = step.group(3) + "\n";
    assertThat(text.split(Pattern.quote(line), -1)).as("%s has %s", step.group(2), line).hasSize(2);
    return text.replace(line, line + block);
  }

  /** In a process of its own, whose classes are the copy's where it has them. */
  private String run(TestDatabase database) throws IOException, InterruptedException {
    List<String> command =
        JavaCommand.of("-cp", copy + ":" + JavaCommand.classPath(), SelectedTests.class.getName());
    command.addAll(tests);
    Path output = copy.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder
        .environment()
        .put(
            "DEVDATA_TEST_MYSQL_URL",
            "%s&user=%s&password=%s"
                .formatted(database.jdbcUrl(), database.user(), database.password()));
    Process process = builder.start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ends in time").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(output);
  }
}
