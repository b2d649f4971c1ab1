package org.openedx.devdata.generate.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.generate.destination.Backends;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.world.World;
import org.openedx.devdata.xapi.model.MixModel;

/**
 * Every key of every dialect with values that nobody should write: a problem or a load, no fault.
 */
class HostileConfigTest {

  private static final List<String> VALUES =
      List.of(
          "",
          "''",
          "null",
          "[]",
          "[1, 2]",
          "{}",
          "{a: 1}",
          ".nan",
          ".inf",
          "1e400",
          "1e-400",
          "1e999999999",
          "-1e999999999",
          "1" + "0".repeat(30),
          "-1",
          "0",
          "0.5",
          "true",
          "9223372036854775807",
          "9223372036854775808",
          "2147483647",
          "\"\\0\"",
          "\"\\ud800\"",
          "'%s%n{0}'",
          "'../../..'",
          "'s3://'",
          "'file:///%zz'",
          "'http://[::1'",
          "x".repeat(70_000),
          "0000-00-00",
          "2026-13-01",
          "2026-02-30",
          "9999-12-31",
          "+999999999-12-31",
          "-999999999-01-01",
          "1969-12-31",
          "today + 999999999999d",
          "today - 99999999999999999999d",
          "2026-01-01T25:61:61Z",
          "\u0661\u0662");

  /** What was made ready already. */
  private static final Set<String> MADE = new HashSet<>();

  private static final List<String> OWN =
      List.of(
          "seed: 1",
          "threads: 1",
          "compression: gzip",
          "compression_level: 1",
          "rows_per_file: 0",
          "pii: true",
          "slice: 1/2",
          "lake_format: native",
          "retry_seconds: 1",
          "lrs_connections: 1",
          "db_secure: false",
          "s3_endpoint: http://localhost:1",
          "s3_region: here",
          "s3_path_style: true",
          "vector_output_destination: '-'",
          "event_raw_table_name: raw",
          "transformer_version: x",
          "courses_until: 2014-12-01",
          "expected_db_name: a",
          "statement_weights: {PlayedVideo: 20}");

  /** Reads, and makes what is to be made ready, when that is not too large. */
  private static void read(String text) {
    GenerationConfigReader reader =
        Backends.reader("load.yaml", name -> null, Instant.parse("2026-03-01T12:00:00Z"));
    GenerationConfig config = reader.read(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
    assertThat(config.fingerprint()).isNotEmpty();
    String made = config.world() + " " + config.statements();
    if (config.world().sizes().stream().mapToLong(size -> size.runs()).sum() < 100
        && MADE.add(made)) {
      GenerationConfig.Statements statements = config.statements();
      new MixModel(
          World.of(config.world()), statements.mix(), statements.random(), statements.batchSize());
    }
  }

  @Test
  void noValueOfNoKeyIsAFault() {
    List<String> lines = new ArrayList<>(ConfigTexts.DIALECT_3.lines().toList());
    lines.add("backend: discard");
    lines.addAll(OWN);
    List<String> faults = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      for (String value : VALUES) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(line, lines.get(line).replaceFirst(": .*", ": ") + value);
        attempt(String.join("\n", changed), lines.get(line) + " -> " + value, faults);
      }
    }
    for (String key : List.of("actors", "problems", "videos", "chapters", "forum_posts", "huge")) {
      for (String value : VALUES) {
        String text = String.join("\n", lines).replaceFirst(key + ": \\d+", key + ": 0");
        attempt(
            text.replaceFirst(key + ": 0", key + ": " + quoted(value)), key + " " + value, faults);
      }
    }
    assertThat(faults).isEmpty();
  }

  private static String quoted(String value) {
    return java.util.regex.Matcher.quoteReplacement(value);
  }

  private static void attempt(String text, String what, List<String> faults) {
    try {
      read(text);
    } catch (SpecException problems) {
      assertThat(problems.problems()).isNotEmpty();
    } catch (RuntimeException | StackOverflowError fault) {
      faults.add(what.substring(0, Math.min(100, what.length())) + ": " + fault);
    }
  }
}
