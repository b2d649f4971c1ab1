package org.openedx.devdata.generate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.openedx.devdata.generate.Generation;
import org.openedx.devdata.spec.SpecException;

/** Configurations of lives that say how many statements there are. */
class LifeConfigTest {

  private static final String LIVES =
      GoodConfig.GOOD
          .replaceAll("(?m)^(num_xapi_batches|batch_size):.*\n", "model: life\n")
          .replaceFirst("model: life\n", "");

  private static void refused(String text, String problem) {
    assertThatThrownBy(() -> GoodConfig.read(text))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("load.yaml:11:13: " + problem);
  }

  @Test
  void aNumberOfStatementsChangesTheLearnersOnly() {
    GenerationConfig asWritten = GoodConfig.read(LIVES);
    GenerationConfig sized = GoodConfig.read(LIVES + "statements: 20_000\n");
    assertThat(sized.world().learners()).isGreaterThan(asWritten.world().learners());
    assertThat(sized.world().withLearners(asWritten.world().learners(), asWritten.world().sizes()))
        .isEqualTo(asWritten.world());
    assertThat(new Generation(sized).plan(1_000).statementsOfSlice()).isBetween(19_600L, 20_400L);
    assertThat(sized.fingerprint()).isNotEqualTo(asWritten.fingerprint());
  }

  @Test
  void aNumberThatCannotBeMetIsRefused() {
    refused(LIVES + "statements: 1\n", "statements is 1, but the nearest that learners of these");
    refused(
        LIVES + "statements: 100_000_000_000\n",
        "statements is 100000000000, which takes more than 16000000 learners; ask for fewer");
  }

  @Test
  void aMixHasItsOwnKeys() {
    assertThatThrownBy(() -> GoodConfig.read(GoodConfig.GOOD + "statements: 5\n"))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("statements is a key of model: life; with model: mix give");
  }
}
