package org.openedx.devdata.spec.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Positions, values of the environment, and what is allowed beside keys. */
class YamlReaderTest extends YamlTexts {

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
  void windowsAndOldMacLineEndsCountAsOne() {
    MapNode map = map("a: 1\r\nb: |\r\n  x\r\n  y\r\nc: 3\rd: 4\n");
    assertThat(text(map.get("b"))).isEqualTo("x\ny\n");
    assertThat(place(map.get("c"))).isEqualTo("5:4");
    assertThat(place(map.get("d"))).isEqualTo("6:4");
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
