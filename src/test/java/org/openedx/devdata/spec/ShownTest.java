package org.openedx.devdata.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {

  @Test
  void longTextsAreCutByCharacters() {
    assertThat(Shown.quoted("😀".repeat(61))).isEqualTo("\"" + "😀".repeat(60) + "…\"");
    assertThat(Shown.quoted("😀".repeat(60))).isEqualTo("\"" + "😀".repeat(60) + "\"");
  }

  @Test
  void nothingBreaksTheLineOrTheTerminal() {
    assertThat(Shown.quoted("a\nb\r\t\u001b[31m\u202e\u0085"))
        .isEqualTo("\"a\\nb\\r\\t\\u001B[31m\\u202E\\u0085\"");
  }
}
