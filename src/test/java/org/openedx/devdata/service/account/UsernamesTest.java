package org.openedx.devdata.service.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that the LMS serves, wonders at, or cannot serve. */
class UsernamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"jane_doe", "j", "A-1", "abcdefghijklmnopqrstuvwxyz1234"})
  void whatSignUpMakesIsUsedInSilence(String name) {
    assertThat(Usernames.unusable(name)).isEmpty();
    assertThat(Usernames.refusedByForms(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jane.doe",
        "j@example.com",
        "a b",
        "a+b",
        "\u7530\u4e2d",
        "abcdefghijklmnopqrstuvwxyz12345"
      })
  void whatTheLmsServesButDoesNotMakeIsAWarning(String name) {
    assertThat(Usernames.unusable(name)).isEmpty();
    assertThat(Usernames.refusedByForms(name)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "a/b", "a\u0000b", "a\n", " a", "a ", "a?b", "a#b", "a%41", "\t"})
  void whatTheLmsCannotServeIsRefused(String name) {
    assertThat(Usernames.unusable(name)).isPresent();
  }

  /** A name is one line in a message, whatever is in it. */
  @Test
  void namesAreShownOnOneLine() {
    Random random = new Random(17);
    Pattern oneLine = Pattern.compile("\\P{Cntrl}*");
    for (int n = 0; n < 2_000; n++) {
      StringBuilder name = new StringBuilder();
      for (int letter = random.nextInt(40); letter >= 0; letter--) {
        name.append((char) random.nextInt(0x180));
      }
      String text = name.toString();
      Usernames.unusable(text)
          .or(() -> Usernames.refusedByForms(text))
          .ifPresent(message -> assertThat(message).matches(oneLine));
    }
  }
}
