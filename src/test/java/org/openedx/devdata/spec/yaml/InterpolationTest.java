package org.openedx.devdata.spec.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterpolationTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of("A", "1", "EMPTY", "", "_x9", "under", "REF", "${A}");

  private final Interpolation interpolation = new Interpolation(ENVIRONMENT::get);

  private String apply(String text) {
    return interpolation.apply(text, 1000).text();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "${A},1",
        "a${A}b${A}c,a1b1c",
        "${_x9},under",
        "${NO:-other},other",
        "${NO:-},``",
        "${EMPTY:-other},other",
        "${EMPTY},``",
        "${A:-other},1",
        "${NO:-a b:-c},a b:-c",
        "$${A},${A}",
        "$$${A},$${A}",
        "${A}$${A}${A},1${A}1",
        "$A $ $$ $(A),$A $ $$ $(A)",
        "pbkdf2_sha256$1000$seasalt$qX=,pbkdf2_sha256$1000$seasalt$qX=",
        "${REF},${A}",
      })
  void replacesReferencesOnce(String text, String expected) {
    assertThat(apply(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"${", "${A", "${}", "${9}", "${A:x}", "${A-b}", "${A:?b}", "${a b}", "${NO}"})
  void refusesWhatItDoesNotUnderstand(String text) {
    assertThatThrownBy(() -> apply(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyTextCanBeWrittenWithEscapes() {
    Random random = new Random(7);
    String letters = "${}A:-x";
    for (int run = 0; run < 20_000; run++) {
      StringBuilder text = new StringBuilder();
      for (int index = random.nextInt(12); index > 0; index--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      assertThat(apply(text.toString().replace("${", "$${"))).isEqualTo(text.toString());
    }
  }
}
