package org.openedx.devdata.cli.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void plainTextStaysAsItIs() {
    assertThat(Printable.of("course-v1:édX+田中 😀")).isEqualTo("course-v1:édX+田中 😀");
  }

  @Test
  void whatWouldSteerATerminalIsWrittenAsEscape() {
    assertThat(Printable.of("a\u001b[31mb\r\n\tc\u202Ed\u0085e\ud800"))
        .isEqualTo("a\\u001B[31mb\\r\\n\\tc\\u202Ed\\u0085e\\uD800");
  }

  @Test
  void widthIsThatOfTerminals() {
    assertThat(Printable.width("abc")).isEqualTo(3);
    assertThat(Printable.width("田中")).isEqualTo(4);
    assertThat(Printable.width("e\u0301")).isEqualTo(1);
    assertThat(Printable.width("😀")).isEqualTo(2);
    assertThat(Printable.width("ｆｕｌｌ")).isEqualTo(8);
  }

  @Test
  void longTextIsCutToTheWidth() {
    assertThat(Printable.cut("abcdef", 6)).isEqualTo("abcdef");
    assertThat(Printable.cut("abcdefg", 6)).isEqualTo("abcde…");
    assertThat(Printable.cut("田中田中", 6)).isEqualTo("田中…");
    assertThat(Printable.cut("😀".repeat(100), 5)).isEqualTo("😀😀…");
    assertThat(Printable.cut("\n".repeat(100), 5)).isEqualTo("\\n\\n…");
  }
}
