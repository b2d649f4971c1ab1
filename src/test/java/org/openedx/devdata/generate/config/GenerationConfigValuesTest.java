package org.openedx.devdata.generate.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openedx.devdata.generate.Generation;
import org.openedx.devdata.generate.destination.Backends;
import org.openedx.devdata.spec.SpecException;

/** Whatever a key holds, it is read or told with its place: nothing is found out later. */
class GenerationConfigValuesTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String GOOD = "backend: csv\n" + ConfigTexts.DIALECT_3 + ConfigTexts.OWN;
  private static final Pattern KEY = Pattern.compile("(?m)^([a-z0-9_]+): .*$");
  private static final Pattern TOLD = Pattern.compile("load\\.yaml:\\d+:\\d+: .+[^.]");
  private static final List<String> VALUES =
      List.of(
          "",
          "''",
          "' '",
          "-1",
          "0",
          "1.5",
          "1e400",
          "99999999999999999999",
          "true",
          "[]",
          "[1, {a: b}]",
          "{}",
          "{small: {}}",
          "{small: [], huge: x}",
          "\"a\\tb\\u0000c\"",
          "2026-13-45",
          "now + 999999999d",
          "http://",
          "s3://",
          "file:x y",
          "'://'");

  static Stream<String> keys() {
    return KEY.matcher(GOOD).results().map(found -> found.group(1));
  }

  private static Optional<GenerationConfig> read(String text, List<String> told) {
    GenerationConfigReader reader =
        Backends.reader("load.yaml", Map.<String, String>of()::get, NOW);
    try {
      return Optional.of(reader.read(text.getBytes(StandardCharsets.UTF_8), Optional.empty()));
    } catch (SpecException e) {
      e.problems().forEach(problem -> told.add(problem.toString()));
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @MethodSource("keys")
  void isReadOrTold(String key) {
    for (String value : VALUES) {
      String text =
          Pattern.compile("(?m)^" + key + ": .*$")
              .matcher(GOOD)
              .replaceFirst(Matcher.quoteReplacement(key + ": " + value));
      List<String> told = new ArrayList<>();
      Optional<GenerationConfig> config = read(text, told);
      if (config.isPresent()) {
        assertThat(new Generation(config.get()).plan(1_000).statementsOfSlice()).isNotNegative();
        assertThat(config.get().fingerprint()).isNotEmpty();
      } else {
        assertThat(told).as("%s: %s", key, value).isNotEmpty().allMatch(TOLD.asMatchPredicate());
      }
    }
  }
}
