package org.openedx.devdata.spec.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openedx.devdata.spec.Problem;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.testing.fuzz.OddValues;
import org.openedx.devdata.testing.fuzz.Verdict;

/** SnakeYAML's words never get through. */
class SyntaxMessagesTest {

  private static String messages(String text) {
    Problems problems = new Problems();
    new YamlReader(YamlLimits.DEFAULT, name -> null)
        .read("f", text.getBytes(StandardCharsets.UTF_8), problems);
    StringBuilder messages = new StringBuilder();
    for (Problem problem : problems.sorted()) {
      messages.append(problem).append('\n');
    }
    return messages.toString();
  }

  static Stream<String> places() {
    return Stream.of(
        "%s",
        "%s\n",
        "a: %s",
        "a: %s\nb: c\n",
        "- %s\n- x\n",
        "%s: a\n",
        "a: [%s]\n",
        "a: {b: %s}\n",
        "{%s: a}\n",
        "a: \"%s\"\n",
        "a: '%s'\n",
        "a: |%s\n  x\n",
        "a: >\n %s\n",
        "%%%s\n---\na: b\n",
        "a: !%s x\n",
        "a: &%s x\n",
        "a: *%s\n",
        "a:\n  - b\n %s\n",
        "? %s\n: x\n",
        "a: b\n%s");
  }

  @ParameterizedTest
  @MethodSource("places")
  void noOddValueBringsThemUp(String place) {
    for (String odd : OddValues.yaml()) {
      String text = place.formatted(odd);
      String messages = messages(text);
      assertThat(Verdict.faults(3, "", messages.isEmpty() ? "read" : messages))
          .as("%s%n%s", text, messages)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          a: "\\x4" => need 2, 4 and 8 hexadecimal digits
          a: |x => a digit from 1 to 9 or a comment may stand
          %YAML x => a line that begins with "%" is an instruction
          a: !<x y => "!" begins a tag, which this one is not
          a: !x!y z => "!" begins a tag
          """)
  void saysWhatToDoInstead(String text, String message) {
    assertThat(messages(text + "\n")).contains(message);
  }
}
