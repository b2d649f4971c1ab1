package org.openedx.devdata.spec.yaml;

import org.yaml.snakeyaml.events.ScalarEvent;

/** Makes scalar values and the texts of keys: tags, lengths, the environment. Not thread-safe. */
final class ScalarComposer {

  /** YAML's own limit for keys without a question mark. */
  private static final int LONGEST_KEY = 1024;

  private final YamlLimits limits;
  private final Interpolation interpolation;
  private final Faults faults;
  private final TextPool pool = new TextPool();

  ScalarComposer(YamlLimits limits, Interpolation interpolation, Faults faults) {
    this.limits = limits;
    this.interpolation = interpolation;
    this.faults = faults;
  }

  ScalarNode value(ScalarEvent event) {
    String text = event.getValue();
    if (text.length() > limits.maxScalar()) {
      throw Faults.fatal(
          event,
          "a single value of %s characters is too long; at most %s are read"
              .formatted(text.length(), limits.maxScalar()));
    }
    if (event.isDQuoted() && loneSurrogate(text)) {
      return broken(event, "an escape makes half a character; write it whole, as \\U0001F600");
    }
    ScalarNode.Form form = Tags.form(event);
    if (form == ScalarNode.Form.BROKEN) {
      return broken(event, Tags.refusal(event.getTag()));
    }
    if (!Interpolation.concerns(text)) {
      return node(event, text, form, null);
    }
    try {
      Interpolation.Result result = interpolation.apply(text, limits.maxScalar());
      return node(event, result.text(), form, result.replaced() ? text : null);
    } catch (IllegalArgumentException e) {
      return broken(event, e.getMessage());
    }
  }

  /** Text of a key; null, and a problem, when there is none. */
  String key(ScalarEvent event) {
    faults.checkTag(event.getTag(), Tags.SCALAR, event);
    String text = event.getValue();
    if (text.length() > LONGEST_KEY) {
      throw Faults.fatal(
          event,
          "a key of %s characters is too long; at most %s are read"
              .formatted(text.length(), LONGEST_KEY));
    }
    if (text.isEmpty() && event.isPlain()) {
      faults.add(event, "a key is missing before \":\"; write \"key: value\"");
      return null;
    }
    return pool.share(text);
  }

  private ScalarNode broken(ScalarEvent event, String message) {
    faults.add(event, message);
    return node(event, "", ScalarNode.Form.BROKEN, null);
  }

  private ScalarNode node(ScalarEvent event, String text, ScalarNode.Form form, String written) {
    return new ScalarNode(
        Faults.line(event), Faults.column(event), pool.share(text), form, written);
  }

  /** Escapes can make half of a pair, which has no UTF-8 and would be lost on the way. */
  private static boolean loneSurrogate(String text) {
    return text.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF);
  }
}
