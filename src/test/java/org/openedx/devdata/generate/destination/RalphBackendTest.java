package org.openedx.devdata.generate.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.generate.config.ConfigTexts;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.config.GenerationConfigReader;
import org.openedx.devdata.generate.config.StatementStore;
import org.openedx.devdata.sink.ralph.LrsSettings;

class RalphBackendTest {

  private static final String CONFIG = "backend: ralph\n" + ConfigTexts.DIALECT_3;

  private static GenerationConfigReader reader(Map<String, String> environment) {
    return Backends.reader("load.yaml", environment::get, Instant.parse("2026-03-01T12:00:00Z"));
  }

  private static GenerationConfig read(String text, Map<String, String> environment) {
    return reader(environment).read(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }

  @Test
  void itsKeysSayHowToReachTheStore() {
    GenerationConfig config = read(CONFIG + "lrs_connections: 2\n", Map.of());

    assertThat(RalphBackend.settings(config))
        .isEqualTo(
            new LrsSettings(
                URI.create("https://ralph.example/xAPI/statements"),
                "ralph",
                "two",
                Duration.ofSeconds(7),
                100));
    StatementStore store = config.backend().statementStore(config).orElseThrow();
    assertThat(store.inFlight()).isEqualTo(2);
    assertThat(store.label()).isEqualTo("LRS ralph@https://ralph.example/xAPI/statements");
    assertThat(config.toString()).doesNotContain("two");
  }

  @Test
  void thePasswordOfTheEnvironmentWins() {
    GenerationConfig config = read(CONFIG, Map.of("XAPI_DB_LOAD_RALPH_PASSWORD", "r"));
    assertThat(RalphBackend.settings(config).password()).isEqualTo("r");
  }

  @Test
  void noTimeOutWaitsForEverAndNoKeyForTwoMinutes() {
    String empty = CONFIG.replace("_timeout: 7", "_timeout: null");
    assertThat(RalphBackend.settings(read(empty, Map.of())).timeout()).isZero();
    String none = CONFIG.replaceAll("lrs_request_timeout: 7\n", "");
    assertThat(RalphBackend.settings(read(none, Map.of())).timeout())
        .isEqualTo(Duration.ofSeconds(120));
  }

  @Test
  void aMissingPasswordIsAWarning() {
    GenerationConfigReader reader = reader(Map.of());
    reader.read(
        CONFIG.replaceAll("lrs_password: .*\n", "").getBytes(StandardCharsets.UTF_8),
        Optional.empty());
    assertThat(reader.warnings())
        .contains("load.yaml:26:10: lrs_password is not given; set XAPI_DB_LOAD_RALPH_PASSWORD");
  }
}
