package org.openedx.devdata.spec.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openedx.devdata.spec.Problem;
import org.openedx.devdata.spec.Problems;

/** Files made to exhaust a reader. The time limit is far above what they take; it stops a hang. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileFilesTest {

  private static String complaint(byte[] bytes) {
    Problems problems = new Problems();
    assertThat(new YamlReader(YamlLimits.DEFAULT, name -> null).read("f", bytes, problems))
        .isEmpty();
    assertThat(problems.sorted()).hasSize(1);
    Problem problem = problems.sorted().get(0);
    return problem.toString();
  }

  private static String complaint(String yaml) {
    return complaint(yaml.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void billionLaughs() {
    StringBuilder yaml = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for (int level = 1; level < 30; level++) {
      yaml.append("a%1$d: &a%1$d [".formatted(level));
      yaml.append(("*a" + (level - 1) + ", ").repeat(8)).append("]\n");
    }
    assertThat(complaint(yaml.toString()))
        .matches("f:\\d+:\\d+: aliases repeat more than 4000000 values, here \"\\*a\\d\"; .*");
  }

  @Test
  void billionLaughsByMerges() {
    StringBuilder yaml = new StringBuilder("a0: &a0 {k0: {x: 1}}\n");
    for (int level = 1; level < 60; level++) {
      String alias = "*a" + (level - 1);
      yaml.append("a%1$d: &a%1$d {<<: %2$s, k%1$d: %2$s, l%1$d: %2$s}\n".formatted(level, alias));
    }
    assertThat(complaint(yaml.toString())).contains("aliases repeat more than");
  }

  @Test
  void cyclicAnchors() {
    assertThat(complaint("a: &a [*a]")).contains("stands inside its own anchor");
    assertThat(complaint("a: &a {<<: *a}")).contains("stands inside its own anchor");
    assertThat(complaint("&a\n? *a\n: b")).contains("stands inside its own anchor");
  }

  @Test
  void deepNesting() {
    assertThat(complaint("[".repeat(1_000_000))).contains("more than 100 deep");
    assertThat(complaint("{a: ".repeat(1_000_000))).contains("more than 100 deep");
    assertThat(complaint("- ".repeat(1_000_000))).contains("more than 100 deep");
  }

  @Test
  void aScalarOfAHundredMegabytes() {
    byte[] bytes = new byte[100 << 20];
    Arrays.fill(bytes, (byte) 'x');
    assertThat(complaint(bytes)).startsWith("f:1:1: the file is larger than 67108864 bytes");
  }

  @Test
  void aScalarJustBelowTheFileLimit() {
    byte[] bytes = new byte[60 << 20];
    Arrays.fill(bytes, (byte) 'x');
    bytes[0] = 'a';
    bytes[1] = ':';
    bytes[2] = ' ';
    assertThat(complaint(bytes))
        .isEqualTo(
            "f:1:4: a single value of 62914557 characters is too long; at most 4194304 are read");
  }

  @Test
  void aKeyOfManyMegabytes() {
    assertThat(complaint("a: {" + "k".repeat(5 << 20) + ": 1}")).startsWith("f:1:");
    assertThat(complaint("? " + "k".repeat(5 << 20) + "\n: 1"))
        .contains("a key of 5242880 characters is too long");
  }

  @Test
  void manyReferencesToTheEnvironment() {
    String yaml = "a: \"" + "${A:-}".repeat(500_000) + "\"";
    Problems problems = new Problems();
    SpecNode root =
        new YamlReader(YamlLimits.DEFAULT, name -> null)
            .read("f", yaml.getBytes(StandardCharsets.UTF_8), problems)
            .orElseThrow();
    assertThat(((ScalarNode) ((MapNode) root).get("a")).text()).isEmpty();
  }

  @Test
  void valuesOfTheEnvironmentCountForTheLimitToo() {
    String yaml = "a: \"" + "${A}".repeat(1_000_000) + "\"";
    Problems problems = new Problems();
    String value = "x".repeat(1 << 20);
    new YamlReader(YamlLimits.DEFAULT, name -> value)
        .read("f", yaml.getBytes(StandardCharsets.UTF_8), problems);
    assertThat(problems.sorted()).singleElement().asString().contains("is too long");
  }
}
