package org.openedx.devdata.generate.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.generate.config.Backend;

class BackendsTest {

  /** All that is special to one is in its class: nothing else asks which one it is. */
  @Test
  void nothingElseAsksWhichBackendItIs() throws IOException {
    List<String> names = Backends.ALL.stream().map(backend -> '"' + backend.key() + '"').toList();
    try (Stream<Path> files =
        Stream.of("cli/generate", "generate")
            .map(Path.of("src/main/java/org/openedx/devdata")::resolve)
            .flatMap(BackendsTest::files)) {
      assertThat(files.filter(file -> !file.toString().contains("/destination/")))
          .isNotEmpty()
          .allSatisfy(
              file -> {
                String text = Files.readString(file);
                assertThat(text).doesNotContain("instanceof Backend", "backend().key().equals");
                if (!file.toString().contains("/stored/")) {
                  assertThat(names.stream().filter(text::contains)).isEmpty();
                }
              });
    }
  }

  @Test
  void namesAreUnique() {
    assertThat(
            Backends.ALL.stream()
                .flatMap(
                    (Backend one) ->
                        Stream.of(
                                Stream.of(one.key()), one.alias().stream(), one.oldName().stream())
                            .flatMap(name -> name)))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z_]+"));
  }

  private static Stream<Path> files(Path folder) {
    try {
      return Files.walk(folder).filter(file -> file.toString().endsWith(".java"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
