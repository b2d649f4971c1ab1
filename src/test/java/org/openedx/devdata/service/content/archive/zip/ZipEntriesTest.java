package org.openedx.devdata.service.content.archive.zip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of entries, held against what a file system would make of them. */
class ZipEntriesTest {

  private static final Path BASE = Path.of("/archive");
  private static final String[] PIECES = {"a", "..", ".", "/", "//", "b.toml", "...", "C:", " "};

  /** A name that is taken is a place below the folder, and the only name of that place. */
  @Test
  void namesThatAreTakenStayBelowTheFolder() {
    Random random = new Random(23);
    int taken = 0;
    for (int round = 0; round < 20_000; round++) {
      StringBuilder made = new StringBuilder();
      for (int piece = 1 + random.nextInt(6); piece > 0; piece--) {
        made.append(PIECES[random.nextInt(PIECES.length)]);
      }
      String name = made.toString();
      if (ZipEntries.fault(name).isEmpty()) {
        taken++;
        Path place = BASE.resolve(name).normalize();
        assertThat(place.startsWith(BASE) && !place.equals(BASE)).as(name).isTrue();
        assertThat(BASE.relativize(place).toString())
            .isEqualTo(name.endsWith("/") ? name.substring(0, name.length() - 1) : name);
      }
    }
    assertThat(taken).isBetween(1_000, 19_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "entities/xblock.v1/html/a.toml",
        "..a/b..",
        "entities/",
        "é/\ud83c\udf93",
        "a b",
        "ab:c"
      })
  void ordinaryNamesHaveNoFault(String name) {
    assertThat(ZipEntries.fault(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "/", "/a", "a//b", "../a", "a/..", "a/../b", "./a", "a\\b", "z:\\a", "c:/a", "a\nb",
        "\0"
      })
  void otherNamesHaveOne(String name) {
    assertThat(ZipEntries.fault(name)).isNotEmpty();
  }

  @Test
  void aNameOfAnyLengthThatAFileCanHaveIsTaken() {
    assertThat(ZipEntries.fault("x".repeat(2_000))).isEmpty();
    assertThat(ZipEntries.fault("x".repeat(2_001))).contains("more than 2000 characters");
  }
}
