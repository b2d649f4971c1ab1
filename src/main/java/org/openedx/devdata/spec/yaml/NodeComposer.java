package org.openedx.devdata.spec.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;

/**
 * Makes the node tree of one document from SnakeYAML's events. What is wrong with single values is
 * collected; what makes the rest meaningless is thrown as {@link YamlFault}. Not thread-safe; one
 * for each file.
 */
final class NodeComposer {

  /** YAML's own limit for keys without a question mark. */
  private static final int LONGEST_KEY = 1024;

  private final String file;
  private final Parser parser;
  private final YamlLimits limits;
  private final Interpolation interpolation;
  private final Problems problems;
  private final Anchors anchors;
  private final TextPool pool = new TextPool();

  NodeComposer(
      String file,
      Parser parser,
      YamlLimits limits,
      Interpolation interpolation,
      Problems problems) {
    this.file = file;
    this.parser = parser;
    this.limits = limits;
    this.interpolation = interpolation;
    this.problems = problems;
    this.anchors = new Anchors(limits.maxAliased());
  }

  /** The root of the document, or null when the file holds none. */
  SpecNode compose() {
    parser.getEvent(); // stream start
    if (parser.checkEvent(Event.ID.StreamEnd)) {
      return null;
    }
    parser.getEvent(); // document start
    SpecNode root = value(parser.getEvent(), 0);
    parser.getEvent(); // document end
    Event next = parser.getEvent();
    if (!next.is(Event.ID.StreamEnd)) {
      throw new YamlFault(
          line(next),
          column(next),
          "a second document begins here (\"---\"); a spec is one document, use a file for each");
    }
    return root;
  }

  private SpecNode value(Event event, int depth) {
    int line = line(event);
    int column = column(event);
    if (event instanceof AliasEvent alias) {
      return anchors.resolve(alias.getAnchor(), line, column);
    }
    if (depth > limits.maxDepth()) {
      throw new YamlFault(
          line,
          column,
          "lists and mappings stand more than %s deep inside each other; make it flatter"
              .formatted(limits.maxDepth()));
    }
    long mark = anchors.count();
    String anchor = ((NodeEvent) event).getAnchor();
    if (anchor != null) {
      anchors.open(anchor);
    }
    SpecNode node;
    if (event instanceof ScalarEvent scalar) {
      node = scalar(scalar, line, column);
    } else if (event instanceof SequenceStartEvent sequence) {
      checkTag(sequence.getTag(), Tags.LIST, line, column);
      node = list(line, column, depth);
    } else {
      checkTag(((MappingStartEvent) event).getTag(), Tags.MAPPING, line, column);
      node = map(line, column, depth);
    }
    if (anchor != null) {
      anchors.close(anchor, node, mark);
    }
    return node;
  }

  private ListNode list(int line, int column, int depth) {
    List<SpecNode> items = new ArrayList<>();
    for (Event event = parser.getEvent();
        !event.is(Event.ID.SequenceEnd);
        event = parser.getEvent()) {
      items.add(value(event, depth + 1));
    }
    return new ListNode(line, column, List.copyOf(items));
  }

  private MapNode map(int line, int column, int depth) {
    MapBuilder map = new MapBuilder(line, column);
    for (Event event = parser.getEvent();
        !event.is(Event.ID.MappingEnd);
        event = parser.getEvent()) {
      if (event instanceof ScalarEvent key && key.isPlain() && key.getValue().equals("<<")) {
        merge(map, key, value(parser.getEvent(), depth + 1));
      } else {
        entry(map, event, depth);
      }
    }
    return map.build();
  }

  private void entry(MapBuilder map, Event event, int depth) {
    int line = line(event);
    int column = column(event);
    String key = key(event, depth);
    SpecNode value = value(parser.getEvent(), depth + 1);
    if (key == null) {
      return;
    }
    int first = map.lineOf(key);
    if (first > 0) {
      problem(
          line,
          column,
          "key %s stands twice in this mapping, first in line %s; remove one of them"
              .formatted(Shown.quoted(key), first));
    } else {
      map.add(key, line, column, value);
    }
  }

  /** Text of a key; null, and a problem, when it is not text. */
  private String key(Event event, int depth) {
    if (event instanceof ScalarEvent scalar) {
      checkTag(scalar.getTag(), Tags.SCALAR, line(event), column(event));
      if (scalar.getAnchor() != null) {
        value(event, depth + 1);
      }
      if (scalar.getValue().length() > LONGEST_KEY) {
        throw new YamlFault(
            line(event),
            column(event),
            "a key of %s characters is too long; at most %s are read"
                .formatted(scalar.getValue().length(), LONGEST_KEY));
      }
      if (scalar.getValue().isEmpty()) {
        problem(line(event), column(event), "a key is missing before \":\"; write \"key: value\"");
        return null;
      }
      return pool.share(scalar.getValue());
    }
    SpecNode node = value(event, depth + 1);
    if (node instanceof ScalarNode scalar && !scalar.isNull()) {
      return scalar.shown();
    }
    problem(
        node.line(), node.column(), "a key must be text, not %s; quote it".formatted(node.what()));
    return null;
  }

  private void merge(MapBuilder map, ScalarEvent key, SpecNode value) {
    if (map.mergeLine() > 0) {
      problem(
          line(key),
          column(key),
          "key \"<<\" stands twice in this mapping, first in line %s; write <<: [*a, *b]"
              .formatted(map.mergeLine()));
      return;
    }
    map.mergeAt(line(key));
    List<SpecNode> sources = value instanceof ListNode list ? list.items() : List.of(value);
    for (SpecNode source : sources) {
      if (source instanceof MapNode mapping) {
        map.merge(mapping);
      } else {
        problem(
            source.line(),
            source.column(),
            "\"<<\" merges mappings, not %s; write <<: *anchor or <<: [*a, *b]"
                .formatted(source.what()));
      }
    }
  }

  private ScalarNode scalar(ScalarEvent event, int line, int column) {
    String text = event.getValue();
    if (text.length() > limits.maxScalar()) {
      throw new YamlFault(
          line,
          column,
          "a single value of %s characters is too long; at most %s are read"
              .formatted(text.length(), limits.maxScalar()));
    }
    if (event.isDQuoted() && loneSurrogate(text)) {
      problem(line, column, "an escape makes half a character; write it whole, as \\U0001F600");
      return new ScalarNode(line, column, "", ScalarNode.Form.BROKEN, null);
    }
    ScalarNode.Form form = Tags.form(event);
    if (form == ScalarNode.Form.BROKEN) {
      checkTag(event.getTag(), Tags.SCALAR, line, column);
      return new ScalarNode(line, column, "", form, null);
    }
    if (!Interpolation.concerns(text)) {
      return new ScalarNode(line, column, pool.share(text), form, null);
    }
    try {
      Interpolation.Result result = interpolation.apply(text, limits.maxScalar());
      String written = result.replaced() ? text : null;
      return new ScalarNode(line, column, pool.share(result.text()), form, written);
    } catch (IllegalArgumentException e) {
      problem(line, column, e.getMessage());
      return new ScalarNode(line, column, "", ScalarNode.Form.BROKEN, null);
    }
  }

  /** Escapes can make half of a pair, which has no UTF-8 and would be lost on the way. */
  private static boolean loneSurrogate(String text) {
    return text.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF);
  }

  private void checkTag(String tag, Set<String> known, int line, int column) {
    if (tag != null && !known.contains(tag)) {
      problem(line, column, Tags.refusal(tag));
    }
  }

  private void problem(int line, int column, String message) {
    problems.add(new Position(file, line, column), message);
    if (problems.full()) {
      throw new YamlFault(line, column, "there are too many problems to read on; correct some");
    }
  }

  private static int line(Event event) {
    return event.getStartMark().getLine() + 1;
  }

  private static int column(Event event) {
    Mark mark = event.getStartMark();
    return mark.getColumn() + 1;
  }
}
