package org.openedx.devdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.openedx.devdata.testing.Page;

/** Every target of make that a page names is there and does something. */
@DisabledOnOs(OS.WINDOWS)
class MakefileTest {

  private static final Pattern NAMED =
      Pattern.compile("(?m)(?:`|^|&& )make ([a-z][a-z0-9._-]*)(?![a-z0-9._-])");

  /** Those of devstack's own Makefile. */
  private static final Set<String> OF_DEVSTACK = Set.of("dev.up.mysql80", "dev.migrate.lms");

  private static Set<String> named() throws IOException {
    Set<String> targets = new TreeSet<>();
    for (Page page : Page.all()) {
      NAMED.matcher(page.text()).results().forEach(found -> targets.add(found.group(1)));
    }
    targets.removeAll(OF_DEVSTACK);
    return targets;
  }

  @Test
  void whatPagesNameHasARecipe() throws Exception {
    Set<String> targets = named();
    assertThat(targets).contains("build", "demo", "test", "docs", "install");

    for (String target : targets) {
      // Without running it: what it would run. A folder of its name must not stand for it.
      Process make =
          // Also where all is built already, as if a source had changed since.
          new ProcessBuilder(
                  List.of("make", "--dry-run", "--what-if=pom.xml", "--no-print-directory", target))
              .redirectErrorStream(true)
              .start();
      String recipe = new String(make.getInputStream().readAllBytes());
      assertThat(make.waitFor()).as(recipe).isZero();
      assertThat(recipe).as(target).isNotBlank().doesNotContain("up to date", "Nothing to be done");
    }
  }

  @Test
  void everyTargetThatIsNoFileIsPhony() throws IOException {
    String makefile = Files.readString(Path.of("Makefile"));
    Set<String> phony =
        Set.of(
            Pattern.compile("(?m)^\\.PHONY: (.*)$")
                .matcher(makefile)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1)
                .split(" "));

    Pattern.compile("(?m)^([a-z][a-z0-9._-]*):")
        .matcher(makefile)
        .results()
        .forEach(target -> assertThat(phony).contains(target.group(1)));
  }
}
