package org.openedx.devdata.factory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.factory.PasswordHasher.Login;
import org.openedx.devdata.factory.PasswordHasher.SaltPolicy;
import org.openedx.devdata.factory.PasswordHasher.Stored;

class PasswordHasherTest {

  private static final List<Login> LOGINS =
      List.of(
          new Login("ann", "edx"),
          new Login("bob", "edx"),
          new Login("cyd", "other"),
          new Login("\u00e9ve", "edx"));

  private final PasswordHasher shared = new PasswordHasher(7, SaltPolicy.SHARED, 10);
  private final PasswordHasher unique = new PasswordHasher(7, SaltPolicy.UNIQUE, 10);

  @Test
  void sharedSaltMakesEqualHashesOfEqualPasswords() {
    List<String> hashes = shared.encodeAll(LOGINS);

    assertThat(hashes.get(0)).isEqualTo(hashes.get(1)).isNotEqualTo(hashes.get(2));
    assertThat(new HashSet<>(hashes)).hasSize(2);
  }

  @Test
  void uniqueSaltsMakeEveryHashDifferent() {
    assertThat(new HashSet<>(unique.encodeAll(LOGINS))).hasSize(4);
  }

  @Test
  void everyHashOpensItsOwnAccount() {
    for (PasswordHasher hasher : List.of(shared, unique)) {
      List<String> hashes = hasher.encodeAll(LOGINS);
      List<Stored> stored =
          IntStream.range(0, LOGINS.size())
              .mapToObj(i -> new Stored(LOGINS.get(i).password(), hashes.get(i)))
              .toList();

      assertThat(hasher.matchAll(stored)).containsOnly(Optional.of(true)).hasSize(4);
    }
  }

  @Test
  void matchesKeepTheirOrder() {
    String right = DjangoPassword.encode("edx", "salt", 3);

    assertThat(
            shared.matchAll(
                List.of(
                    new Stored("edx", right),
                    new Stored("wrong", right),
                    new Stored("edx", right),
                    new Stored("edx", "!"))))
        .containsExactly(
            Optional.of(true), Optional.of(false), Optional.of(true), Optional.of(false));
  }

  @Test
  void matchesWhatDjangoHashedAnewWithItsOwnSaltAndIterations() {
    shared.encodeAll(LOGINS);
    String anew = DjangoPassword.encode("edx", "2hZz7gGmXh8mRr4m0aV9oQ", 1234);

    assertThat(shared.matchAll(List.of(new Stored("edx", anew))))
        .containsExactly(Optional.of(true));
  }

  @Test
  void hashesDependOnlyOnSeedAndAccount() {
    PasswordHasher again = new PasswordHasher(7, SaltPolicy.UNIQUE, 10);
    PasswordHasher other = new PasswordHasher(8, SaltPolicy.UNIQUE, 10);

    assertThat(again.encodeAll(LOGINS)).isEqualTo(unique.encodeAll(LOGINS));
    assertThat(again.encode(LOGINS.get(2))).isEqualTo(unique.encodeAll(LOGINS).get(2));
    assertThat(other.encodeAll(LOGINS)).doesNotContainAnyElementsOf(unique.encodeAll(LOGINS));
  }

  @Test
  void saltIsAsStrongAsDjangosOwn() {
    assertThat(unique.encode(LOGINS.get(0)))
        .matches("pbkdf2_sha256\\$10\\$[A-Za-z0-9]{22}\\$[A-Za-z0-9+/]{43}=");
  }

  @Test
  void saltDoesNotTellAnythingOfThePassword() {
    String first = unique.encode(new Login("ann", "one")).split("\\$")[2];
    String second = unique.encode(new Login("ann", "two")).split("\\$")[2];

    assertThat(first).isEqualTo(second);
  }

  @Test
  void unusablePasswordHasDjangosShapeAndDependsOnTheAccount() {
    assertThat(shared.unusable("ann"))
        .matches("![A-Za-z0-9]{40}")
        .isEqualTo(shared.unusable("ann"))
        .isNotEqualTo(shared.unusable("bob"));
  }

  @Test
  void passwordsStayOutOfTexts() {
    assertThat(new Login("ann", "secret").toString()).isEqualTo("Login[ann]");
    assertThat(new Stored("secret", "pbkdf2_sha256$1$a$b").toString())
        .isEqualTo("Stored[pbkdf2_sha256]");
  }

  @Test
  void noAccountsMakeNoHashes() {
    assertThat(shared.encodeAll(List.of())).isEmpty();
  }
}
