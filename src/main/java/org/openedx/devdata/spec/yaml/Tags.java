package org.openedx.devdata.spec.yaml;

import java.util.Set;
import org.openedx.devdata.spec.Shown;
import org.yaml.snakeyaml.events.ScalarEvent;

/** The few YAML tags that a spec may use. */
final class Tags {

  private static final String CORE = "tag:yaml.org,2002:";
  private static final String TEXT = CORE + "str";
  private static final String NULL = CORE + "null";

  static final Set<String> LIST = Set.of(CORE + "seq", "!");
  static final Set<String> MAPPING = Set.of(CORE + "map", "!");
  static final Set<String> SCALAR =
      Set.of(TEXT, NULL, CORE + "int", CORE + "float", CORE + "bool", "!");

  private Tags() {}

  /** Finds the form of a scalar; broken when its tag is not known. */
  static ScalarNode.Form form(ScalarEvent event) {
    String tag = event.getTag();
    if (tag == null) {
      return event.isPlain() ? ScalarNode.Form.PLAIN : ScalarNode.Form.TEXT;
    }
    if (tag.equals(TEXT) || tag.equals("!")) {
      return ScalarNode.Form.TEXT;
    }
    if (tag.equals(NULL)) {
      return ScalarNode.Form.NULL;
    }
    return SCALAR.contains(tag) ? ScalarNode.Form.PLAIN : ScalarNode.Form.BROKEN;
  }

  static String refusal(String tag) {
    String shown = tag.startsWith(CORE) ? "!!" + tag.substring(CORE.length()) : tag;
    return "tag %s is not known here; remove it (only !!str and the other plain types are)"
        .formatted(Shown.quoted(shown));
  }
}
