package org.openedx.devdata.xapi.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.spec.Problem;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.testing.SettingsLab;
import org.openedx.devdata.xapi.StatementMix;
import org.openedx.devdata.xapi.StatementType;

/** Weights of statements as they are given, and the mix that follows. */
class WeightsReaderTest {

  private static StatementMix mix(String weights, Problems problems) {
    return new WeightsReader(
            SettingsLab.read(
                WeightsReader.FIELDS, "statement_weights: {" + weights + "}", problems))
        .mix(problems);
  }

  private static double sum(StatementMix mix) {
    return StatementType.weighable().mapToDouble(mix::share).sum();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ShowHnt: 1 | 1:21 | unknown type of statement \"ShowHnt\"; did you mean \"ShowHint\"?",
        "ShowHint: -1 | 1:31 | the weight of ShowHint is -1.0; write a percentage, 0 or more",
        "ShowHint: 1e10 | 1:31 | the weight of ShowHint is 1.0E10; write a percentage",
        "Unregistered: 90 | 1:20 | Unregistered has more weight than Registered",
        "CompletedVideo: 90 | 1:20 | CompletedVideo has more weight than PlayedVideo",
      })
  void whatNoMixCanBeMadeOfIsNamedWithItsPlace(String weights, String place, String message) {
    Problems problems = new Problems();
    StatementMix mix = mix(weights, problems);

    assertThat(problems.sorted())
        .singleElement()
        .extracting(Problem::toString)
        .asString()
        .startsWith("s.yaml:" + place + ": ")
        .contains(message);
    assertThat(sum(mix)).as("a mix to go on with").isCloseTo(1, within(1e-9));
  }

  @Test
  void weightsOfAllTypesMayNotBeNothing() {
    String nothing =
        String.join(
            ", ", StatementType.weighable().map(type -> type.configName() + ": 0").toList());
    Problems problems = new Problems();

    StatementMix mix = mix(nothing, problems);

    assertThat(problems.sorted()).singleElement().asString().contains("no type of statement has");
    assertThat(sum(mix)).isCloseTo(1, within(1e-9));
  }

  /** Shares are the weights over their sum, whatever that is. */
  @Test
  void sharesAreInProportionToWeights() {
    List<StatementType> types = StatementType.weighable().toList();
    Random random = new Random(43);
    for (int round = 0; round < 200; round++) {
      StatementType changed = types.get(random.nextInt(types.size()));
      double weight = random.nextInt(500) / 10.0;
      Problems problems = new Problems();

      StatementMix mix = mix(changed.configName() + ": " + weight, problems);

      double total = weight;
      for (StatementType type : types) {
        total += type == changed ? 0 : type.defaultWeight();
      }
      for (StatementType type : types) {
        double own = type == changed ? weight : type.defaultWeight();
        assertThat(mix.share(type)).as(type.name()).isCloseTo(own / total, within(1e-9));
      }
    }
  }

  @Test
  void withoutWeightsTheMixIsTheStandardOne() {
    Problems problems = new Problems();
    StatementMix mix = mix("", problems);

    assertThat(problems.sorted()).isEmpty();
    StatementType.weighable()
        .forEach(
            type ->
                assertThat(mix.share(type))
                    .as(type.name())
                    .isEqualTo(StatementMix.standard().share(type)));
  }
}
