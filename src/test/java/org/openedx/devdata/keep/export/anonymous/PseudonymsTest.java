package org.openedx.devdata.keep.export.anonymous;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openedx.devdata.jdbc.table.Holding;

/** Invented values: the same for one value, different for two, and of its look. */
class PseudonymsTest {

  private static final Pseudonyms OURS = with("a secret of ours");
  private static final Pseudonyms THEIRS = with("a secret of theirs");

  private static Pseudonyms with(String secret) {
    return new Pseudonyms(secret.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aPersonIsOnePersonHoweverTheNameIsSpelled() {
    assertThat(OURS.of(Holding.USERNAME, "Zoe"))
        .isEqualTo(OURS.of(Holding.USERNAME, " zoe "))
        .isEqualTo(with("a secret of ours").of(Holding.USERNAME, "ZOE"))
        .isNotEqualTo(OURS.of(Holding.USERNAME, "zoes"))
        .isNotEqualTo(THEIRS.of(Holding.USERNAME, "Zoe"));
    assertThat(OURS.of(Holding.EMAIL, "Zoe"))
        .as("the address of a name and the name belong together")
        .isEqualTo(OURS.of(Holding.USERNAME, "Zoe") + "@example.com");
  }

  @Test
  void manyPeopleHaveDifferentNamesThatTheLmsTakes() {
    Set<String> seen = new HashSet<>();
    for (int person = 0; person < 20_000; person++) {
      String name = OURS.of(Holding.USERNAME, "learner" + person);
      assertThat(name.length()).isLessThanOrEqualTo(30);
      seen.add(name);
    }
    assertThat(seen).hasSize(20_000).allMatch(name -> name.matches("[a-z0-9_]+"));
  }

  @ParameterizedTest
  @EnumSource
  void nothingInPlaceOfNothing(Holding holding) {
    assertThat(OURS.of(holding, "")).isEmpty();
    assertThat(OURS.of(holding, "  ")).isEqualTo("  ");
  }

  /** Letters for letters of their case, digits for digits, all else as it is. */
  @Test
  void otherTextsKeepTheirLook() {
    String[] pieces = {"a", "Q", "7", "-", " ", "é", "(", "+", "@"};
    Random random = new Random(11);
    for (Holding holding : Holding.values()) {
      if (Set.of(Holding.USERNAME, Holding.EMAIL, Holding.PERSON_NAME).contains(holding)) {
        continue;
      }
      for (int round = 0; round < 200; round++) {
        StringBuilder text = new StringBuilder("x");
        for (int piece = random.nextInt(80); piece > 0; piece--) {
          text.append(pieces[random.nextInt(pieces.length)]);
        }
        String value = text.toString();
        String made = OURS.of(holding, value);
        assertThat(look(made)).as("%s of %s", holding, value).isEqualTo(look(value));
        if (holding == Holding.HARMLESS) {
          assertThat(made).isEqualTo(value);
        } else if (value.length() > 40) {
          assertThat(made).isNotEqualTo(value).isNotEqualTo(THEIRS.of(holding, value));
        }
      }
    }
  }

  private static String look(String text) {
    return text.replaceAll("\\p{Lu}", "A").replaceAll("\\p{Ll}", "a").replaceAll("\\d", "0");
  }

  @Test
  void numbersArePositiveAndFitAColumn() {
    Random random = new Random(13);
    for (int round = 0; round < 10_000; round++) {
      assertThat(OURS.of(random.nextLong())).isBetween(1L, 2_000_000_000L);
    }
    assertThat(OURS.of(7)).isEqualTo(with("a secret of ours").of(7)).isNotEqualTo(THEIRS.of(7));
  }
}
