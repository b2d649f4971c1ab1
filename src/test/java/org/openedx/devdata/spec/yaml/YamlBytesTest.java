package org.openedx.devdata.spec.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.spec.Problem;

/** Bytes that are text of a spec, and those that are not. */
class YamlBytesTest extends YamlTexts {

  private List<String> complaints(byte[] bytes) {
    assertThat(read(bytes)).isNull();
    return problems.sorted().stream().map(Problem::toString).toList();
  }

  @Test
  void byteOrderMarkIsPassedOver() {
    MapNode map = map("\uFEFFa: b\n");
    assertThat(map.key(0)).isEqualTo("a");
    assertThat(map.keyColumn(0)).isEqualTo(1);
  }

  @Test
  void bytesThatAreNotUtf8AreNamedWithTheirPlace() {
    assertThat(complaints("a: ü\nbé: ä".getBytes(Charset.forName("ISO-8859-1"))))
        .containsExactly(
            "f.yaml:1:4: byte 0xFC is not UTF-8; save the file with the encoding UTF-8");
  }

  @Test
  void utf8CutInTheMiddleOfACharacterIsNamed() {
    byte[] whole = "a: b\nc: ü".getBytes(StandardCharsets.UTF_8);
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);
    assertThat(complaints(cut)).singleElement().asString().startsWith("f.yaml:2:4: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTF-16",
        "UTF-16LE",
        "UTF-16BE",
        "X-UTF-16LE-BOM",
        "UTF-32",
        "UTF-32LE",
        "UTF-32BE",
        "X-UTF-32LE-BOM",
        "X-UTF-32BE-BOM"
      })
  void otherEncodingsOfUnicodeAreNamed(String encoding) {
    String name = encoding.replaceFirst("(X-)?(UTF-..).*", "$2");
    for (String text : List.of("a: b", "- é: 1\n", "# 😀\nusers: []\n")) {
      assertThat(complaints(text.getBytes(Charset.forName(encoding))))
          .containsExactly("f.yaml:1:1: the file is " + name + "; save it with the encoding UTF-8");
    }
  }

  @Test
  void compressedFilesAreNamed() {
    assertThat(complaints(new byte[] {0x1F, (byte) 0x8B, 8, 0}))
        .containsExactly("f.yaml:1:1: the file is compressed with gzip; unpack it first");
  }

  @Test
  void controlCharactersAreNamedWithTheirPlace() {
    assertThat(complaints("a: b\nc: 'd\0e'\n".getBytes(StandardCharsets.UTF_8)))
        .containsExactly(
            "f.yaml:2:6: control character U+0000 cannot stand in YAML; remove it, or write"
                + " \"\\x00\" in double quotes");
  }

  @Test
  void everyUnprintableCharacterCanBeWrittenAsItsMessageSays() {
    for (int character : new int[] {0, 1, 0x1F, 0x7F, 0x80, 0x9F, 0xFFFE, 0xFFFF}) {
      String complaint =
          new YamlBytesTest()
              .complaints(("a: '" + (char) character + "'").getBytes(StandardCharsets.UTF_8))
              .get(0);
      String advice = complaint.replaceAll("(?s).* or write (\".*\") in double quotes", "$1");
      assertThat(text(new YamlBytesTest().map("a: " + advice).get("a")))
          .as(complaint)
          .isEqualTo(String.valueOf((char) character));
    }
  }

  @Test
  void emptyAndBlankFilesAreNamed() {
    assertThat(complaints(new byte[0])).hasSize(1);
    assertThat(complaints(" \n\n# note\n".getBytes(StandardCharsets.UTF_8))).hasSize(1);
  }
}
