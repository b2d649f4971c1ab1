package org.openedx.devdata.spec.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.spec.Problem;
import org.openedx.devdata.spec.Problems;

class YamlReaderTest {

  private static final Map<String, String> ENVIRONMENT = Map.of("HOST", "db", "NULL", "null");

  private final Problems problems = new Problems();

  private SpecNode read(byte[] bytes) {
    Optional<SpecNode> root =
        new YamlReader(YamlLimits.DEFAULT, ENVIRONMENT::get).read("f.yaml", bytes, problems);
    return root.orElse(null);
  }

  private MapNode map(String yaml) {
    MapNode map = (MapNode) read(yaml.getBytes(StandardCharsets.UTF_8));
    assertThat(problems.sorted()).isEmpty();
    return map;
  }

  private List<String> complaints(byte[] bytes) {
    assertThat(read(bytes)).isNull();
    return problems.sorted().stream().map(Problem::toString).toList();
  }

  private static String text(SpecNode node) {
    return ((ScalarNode) node).text();
  }

  private static String place(SpecNode node) {
    return node.line() + ":" + node.column();
  }

  @Test
  void positionsCountFromOneInCharacters() {
    MapNode map = map("ключ: значение\n\"😀\": [a, {b: c}]\n");
    assertThat(place(map.value(0))).isEqualTo("1:7");
    ListNode list = (ListNode) map.value(1);
    assertThat(place(list)).isEqualTo("2:6");
    assertThat(place(((MapNode) list.items().get(1)).get("b"))).isEqualTo("2:14");
    assertThat(map.keyLine(1) + ":" + map.keyColumn(1)).isEqualTo("2:1");
  }

  @Test
  void byteOrderMarkIsPassedOver() {
    MapNode map = map("\uFEFFa: b\n");
    assertThat(map.key(0)).isEqualTo("a");
    assertThat(map.keyColumn(0)).isEqualTo(1);
  }

  @Test
  void windowsAndOldMacLineEndsCountAsOne() {
    MapNode map = map("a: 1\r\nb: |\r\n  x\r\n  y\r\nc: 3\rd: 4\n");
    assertThat(text(map.get("b"))).isEqualTo("x\ny\n");
    assertThat(place(map.get("c"))).isEqualTo("5:4");
    assertThat(place(map.get("d"))).isEqualTo("6:4");
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
          new YamlReaderTest()
              .complaints(("a: '" + (char) character + "'").getBytes(StandardCharsets.UTF_8))
              .get(0);
      String advice = complaint.replaceAll("(?s).* or write (\".*\") in double quotes", "$1");
      assertThat(text(new YamlReaderTest().map("a: " + advice).get("a")))
          .as(complaint)
          .isEqualTo(String.valueOf((char) character));
    }
  }

  @Test
  void emptyAndBlankFilesAreNamed() {
    assertThat(complaints(new byte[0])).hasSize(1);
    assertThat(complaints(" \n\n# note\n".getBytes(StandardCharsets.UTF_8))).hasSize(1);
  }

  @Test
  void ownKeysWinOverMergedOnesWhereverTheMergeStands() {
    MapNode map = map("x: &x {a: 1, b: 1}\ny: {a: 2, <<: *x}\n");
    MapNode merged = (MapNode) map.get("y");
    assertThat(text(merged.get("a"))).isEqualTo("2");
    assertThat(text(merged.get("b"))).isEqualTo("1");
    assertThat(merged.size()).isEqualTo(2);
  }

  @Test
  void theEarlierOfSeveralMergesWins() {
    MapNode map = map("x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2}\nz: {<<: [*x, *y]}\n");
    MapNode merged = (MapNode) map.get("z");
    assertThat(text(merged.get("b"))).isEqualTo("1");
    assertThat(text(merged.get("c"))).isEqualTo("2");
  }

  @Test
  void mergesOfMergesWork() {
    MapNode map = map("x: &x {a: 1}\ny: &y {<<: *x, b: 2}\nz: {<<: *y, c: 3}\n");
    assertThat(((MapNode) map.get("z")).size()).isEqualTo(3);
  }

  @Test
  void aQuotedMergeKeyIsAnOrdinaryKey() {
    assertThat(map("'<<': a\n").key(0)).isEqualTo("<<");
  }

  @Test
  void anAliasStandsWhereItIsUsedAndItsContentsWhereTheyAreWritten() {
    MapNode map = map("x: &x\n  a: 1\ny: *x\nz: {<<: *x}\n");
    MapNode alias = (MapNode) map.get("y");
    assertThat(place(alias)).isEqualTo("3:4");
    assertThat(place(alias.get("a"))).isEqualTo("2:6");
    MapNode merged = (MapNode) map.get("z");
    assertThat(place(merged)).isEqualTo("4:4");
    assertThat(place(merged.get("a"))).isEqualTo("2:6");
  }

  @Test
  void anAnchorMayBeGivenAnew() {
    MapNode map = map("a: &x 1\nb: *x\nc: &x 2\nd: *x\n");
    assertThat(text(map.get("b"))).isEqualTo("1");
    assertThat(text(map.get("d"))).isEqualTo("2");
  }

  @Test
  void keysMayBeAliasesOfTexts() {
    assertThat(map("a: &x word\n*x : b\n").key(1)).isEqualTo("word");
  }

  @Test
  void keysMayCarryAnchors() {
    assertThat(text(map("&x word: 1\nb: *x\n").get("b"))).isEqualTo("word");
  }

  @Test
  void keysAreNotReplacedFromTheEnvironment() {
    assertThat(map("${HOST}: a\n").key(0)).isEqualTo("${HOST}");
  }

  @Test
  void valuesOfTheEnvironmentAreMarkedAndNeverNull() {
    ScalarNode value = (ScalarNode) map("a: ${NULL}\n").get("a");
    assertThat(value.isNull()).isFalse();
    assertThat(value.secret()).isTrue();
    assertThat(value.shown()).isEqualTo("${NULL}");
  }

  @Test
  void anEscapedReferenceIsNoSecret() {
    ScalarNode value = (ScalarNode) map("a: $${HOST}\n").get("a");
    assertThat(value.text()).isEqualTo("${HOST}");
    assertThat(value.secret()).isFalse();
  }

  @Test
  void manyKeysAreFoundTwiceToo() {
    StringBuilder yaml = new StringBuilder();
    for (int index = 0; index < 100; index++) {
      yaml.append("k").append(index).append(": 1\n");
    }
    read((yaml + "k50: 2\n").getBytes(StandardCharsets.UTF_8));
    assertThat(problems.sorted())
        .singleElement()
        .hasToString(
            "f.yaml:101:1: key \"k50\" stands twice in this mapping, first in line 51; remove one"
                + " of them");
  }

  @Test
  void directivesAreAllowed() {
    assertThat(map("%YAML 1.2\n---\na: b\n...\n").size()).isEqualTo(1);
  }
}
