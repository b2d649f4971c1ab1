package org.openedx.devdata.spec.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openedx.devdata.spec.SampleServices;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.spec.yaml.YamlLimits;
import org.openedx.devdata.spec.yaml.YamlReader;

/**
 * The table of broken specs: each {@code NAME.yaml} of the folder with the messages of {@code
 * NAME.expected}. The name's first word says what the file is given as: {@code top} to load, or a
 * service whose spec it is, or {@code any} to find out. With {@code -Ddevdata.accept=true} the
 * expected files are rewritten, to be read before they are committed.
 */
class BrokenSpecsTest {

  private static final Path FOLDER = Path.of("src/test/resources/specs/broken");
  private static final Map<String, String> ENVIRONMENT =
      Map.of("SECRET", "s3cret-s3cret", "EMPTY", "");

  static Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void saysWhatIsWrong(String name) throws IOException {
    Path expected = FOLDER.resolve(name.replace(".yaml", ".expected"));
    String messages = messages(name);
    if (Boolean.getBoolean("devdata.accept")) {
      Files.writeString(expected, messages);
    }
    assertThat(messages).isEqualTo(Files.readString(expected)).doesNotContain("s3cret");
  }

  @Test
  void hasManyCases() throws IOException {
    assertThat(names().count()).isGreaterThanOrEqualTo(60);
  }

  private static String messages(String name) {
    YamlReader yaml = new YamlReader(YamlLimits.DEFAULT, ENVIRONMENT::get);
    SpecSources sources = new SpecSources(InputStream.nullInputStream(), Duration.ofSeconds(2));
    SpecLoader loader =
        new SpecLoader(
            SampleServices.all(),
            SampleServices.names(),
            SampleServices.keys(),
            yaml,
            sources,
            SpecCheck.NONE);
    String file = FOLDER.resolve(name).toString();
    String sort = name.substring(0, name.indexOf('-'));
    SpecException failure =
        catchThrowableOfType(
            SpecException.class,
            () -> {
              if (sort.equals("top")) {
                loader.load(LoadRequest.of(file));
              } else {
                Optional<String> ida = sort.equals("any") ? Optional.empty() : Optional.of(sort);
                loader.validate(new ValidateRequest(List.of(file), ida, Optional.empty()));
              }
            });
    assertThat(failure).as("problems of %s", name).isNotNull();
    return failure.problems().stream()
        .map(problem -> problem.toString().replace(FOLDER + "/", "") + "\n")
        .collect(Collectors.joining());
  }
}
