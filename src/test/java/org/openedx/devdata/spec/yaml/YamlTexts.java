package org.openedx.devdata.spec.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.spec.Problems;

/** Texts that are read as YAML, and the problems of their reading. */
abstract class YamlTexts {

  private static final Map<String, String> ENVIRONMENT = Map.of("HOST", "db", "NULL", "null");

  final Problems problems = new Problems();

  SpecNode read(byte[] bytes) {
    Optional<SpecNode> root =
        new YamlReader(YamlLimits.DEFAULT, ENVIRONMENT::get).read("f.yaml", bytes, problems);
    return root.orElse(null);
  }

  MapNode map(String yaml) {
    MapNode map = (MapNode) read(yaml.getBytes(StandardCharsets.UTF_8));
    assertThat(problems.sorted()).isEmpty();
    return map;
  }

  static String text(SpecNode node) {
    return ((ScalarNode) node).text();
  }

  static String place(SpecNode node) {
    return node.line() + ":" + node.column();
  }
}
