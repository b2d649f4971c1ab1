package org.openedx.devdata.spec.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.yaml.ScalarNode;
import org.openedx.devdata.spec.yaml.SpecNode;

/**
 * Reads texts with placeholders: {@code {i}} is the record's number, {@code {i:05}} the same with
 * five digits, {@code {username}} a value of the record or row that it is made for; two braces
 * stand for one. Immutable.
 */
record Placeholders(Axes axes, BiConsumer<SpecNode, String> problems) {

  private static final Pattern PART =
      Pattern.compile("\\{\\{|\\}\\}|\\{([A-Za-z_][A-Za-z0-9_.]*)(?::0?(\\d{1,2}))?\\}|[{}]");

  private static final String NUMBER = "i";

  /** A part of a text. */
  private interface Part {
    String at(Turn turn);
  }

  /** The form of a text; a constant where it has no placeholder. */
  Form form(ScalarNode node) {
    if (node.broken() || (node.text().indexOf('{') < 0 && node.text().indexOf('}') < 0)) {
      return new Form.Constant(node);
    }
    List<Part> parts = parts(node);
    if (parts == null) {
      return new Form.Constant(node);
    }
    // A number by itself is one, also in JSON.
    boolean number = node.text().matches("\\{i(:0?\\d{1,2})?\\}");
    return turn -> {
      StringBuilder text = new StringBuilder();
      parts.forEach(part -> text.append(part.at(turn)));
      return number
          ? ScalarNode.plain(node.line(), node.column(), text.toString())
          : node.replaced(text.toString());
    };
  }

  /** Null when a problem was reported. */
  private List<Part> parts(ScalarNode node) {
    String text = node.text();
    List<Part> parts = new ArrayList<>();
    Matcher part = PART.matcher(text);
    int end = 0;
    while (part.find()) {
      String before = text.substring(end, part.start());
      parts.add(any -> before);
      end = part.end();
      Part next = next(part, node);
      if (next == null) {
        return null;
      }
      parts.add(next);
    }
    String rest = text.substring(end);
    parts.add(any -> rest);
    return parts;
  }

  private Part next(Matcher part, ScalarNode node) {
    String name = part.group(1);
    if (name == null) {
      String brace = part.group().substring(0, 1);
      // A value of the environment may hold any.
      if (part.group().length() == 2 || node.secret()) {
        return any -> brace;
      }
      problems.accept(
          node, "has a single %s; write %s for the character".formatted(brace, brace + brace));
      return null;
    }
    if (name.equals(NUMBER)) {
      int width = part.group(2) == null ? 1 : Integer.parseInt(part.group(2));
      return turn -> padded(turn.number() + 1, width);
    }
    Optional<Axes.NamedValue> value = axes.find(name);
    if (value.isPresent() && part.group(2) == null) {
      return turn -> value(node, value.get(), turn);
    }
    if (node.secret()) {
      String written = part.group();
      return any -> written;
    }
    problems.accept(node, unknown(part.group(), name));
    return null;
  }

  private String unknown(String written, String name) {
    List<String> known = new ArrayList<>(List.of(NUMBER));
    axes.named().forEach(axis -> known.addAll(axes.named(axis).fields()));
    String list =
        known.size() > 1 ? "" : "; the one that there is here is {i}, the record's number";
    return "has the unknown placeholder %s%s; write two braces for one"
        .formatted(Shown.quoted(written), DidYouMean.hint(name, known, list));
  }

  private static String value(ScalarNode node, Axes.NamedValue value, Turn turn) {
    return value
        .at(turn)
        .orElseThrow(
            () ->
                new SeriesFault(
                    node,
                    "{%s} has no value: element %d of %s does not say it; say it there, or use another"
                        .formatted(
                            value.field(), turn.places()[value.index()] + 1, value.axis().name())));
  }

  private static String padded(int number, int width) {
    String digits = Integer.toString(number);
    return digits.length() >= width ? digits : "0".repeat(width - digits.length()) + digits;
  }
}
