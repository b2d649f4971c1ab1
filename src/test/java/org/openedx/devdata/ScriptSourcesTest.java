package org.openedx.devdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.testing.JavaSources;

/** Java programs beside the scripts, which Maven does not compile, against the present classes. */
class ScriptSourcesTest {

  @TempDir Path classes;

  @Test
  void programsOfScriptsCompile() throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(Path.of("scripts"))) {
      sources = files.filter(file -> file.toString().endsWith(".java")).toList();
    }
    assertThat(sources).isNotEmpty();

    JavaSources.compile(sources, classes);
  }
}
