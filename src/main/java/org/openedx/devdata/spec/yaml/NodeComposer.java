package org.openedx.devdata.spec.yaml;

import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.spec.Shown;
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

  private final Parser parser;
  private final int maxDepth;
  private final ScalarComposer scalars;
  private final Faults faults;
  private final Anchors anchors;

  NodeComposer(Parser parser, YamlLimits limits, Interpolation interpolation, Faults faults) {
    this.parser = parser;
    this.maxDepth = limits.maxDepth();
    this.scalars = new ScalarComposer(limits, interpolation, faults);
    this.faults = faults;
    this.anchors = new Anchors(limits.maxAliased());
  }

  /** The root of the document, or null when the file holds none. */
  SpecNode compose() {
    return compose(0);
  }

  /**
   * As {@link #compose()}, of a part of a document.
   *
   * @param depth how many lists and mappings of the document the root stands in
   */
  SpecNode compose(int depth) {
    parser.getEvent(); // stream start
    if (parser.checkEvent(Event.ID.StreamEnd)) {
      return null;
    }
    parser.getEvent(); // document start
    SpecNode root = value(parser.getEvent(), depth, false);
    parser.getEvent(); // document end
    Event next = parser.getEvent();
    if (!next.is(Event.ID.StreamEnd)) {
      throw Faults.fatal(
          next,
          "a second document begins here (\"---\"); a spec is one document, use a file for each");
    }
    return root;
  }

  /** Returns whether an alias stood in what was composed. */
  boolean hasAliases() {
    return anchors.areUsed();
  }

  private SpecNode value(Event event, int depth) {
    return value(event, depth, false);
  }

  /**
   * @param item whether it is an item of a list
   */
  private SpecNode value(Event event, int depth, boolean item) {
    if (event instanceof AliasEvent alias) {
      return anchors.resolve(alias.getAnchor(), Faults.line(event), Faults.column(event));
    }
    if (depth > maxDepth) {
      throw Faults.fatal(
          event,
          "lists and mappings stand more than %s deep inside each other; make it flatter"
              .formatted(maxDepth));
    }
    long mark = anchors.count();
    String anchor = ((NodeEvent) event).getAnchor();
    if (anchor != null) {
      anchors.open(anchor);
    }
    SpecNode node;
    if (event instanceof ScalarEvent scalar) {
      node = scalars.value(scalar);
    } else if (event instanceof SequenceStartEvent sequence) {
      faults.checkTag(sequence.getTag(), Tags.LIST, event);
      node = list(event, depth);
    } else {
      faults.checkTag(((MappingStartEvent) event).getTag(), Tags.MAPPING, event);
      node = map(event, depth, item);
    }
    if (anchor != null) {
      anchors.close(anchor, node, mark);
    }
    return node;
  }

  private ListNode list(Event start, int depth) {
    List<SpecNode> items = new ArrayList<>();
    for (Event event = parser.getEvent();
        !event.is(Event.ID.SequenceEnd);
        event = parser.getEvent()) {
      items.add(value(event, depth + 1, true));
    }
    return new ListNode(Faults.line(start), Faults.column(start), List.copyOf(items));
  }

  private MapNode map(Event start, int depth, boolean item) {
    MapBuilder map = new MapBuilder(Faults.line(start), Faults.column(start));
    for (Event event = parser.getEvent();
        !event.is(Event.ID.MappingEnd);
        event = parser.getEvent()) {
      if (event instanceof ScalarEvent key && key.isPlain() && key.getValue().equals("<<")) {
        merge(map, key, value(parser.getEvent(), depth + 1));
      } else {
        entry(map, event, depth, item);
      }
    }
    return map.build();
  }

  private void entry(MapBuilder map, Event event, int depth, boolean item) {
    String key = key(event, depth);
    SpecNode value = value(parser.getEvent(), depth + 1);
    if (key == null) {
      return;
    }
    int first = map.lineOf(key);
    if (first > 0) {
      faults.add(
          event,
          "key %s stands twice in this mapping, first in line %s; remove one of them"
                  .formatted(Shown.quoted(key), first)
              + (item ? twoItems(key, map.only(), value) : ""));
    } else {
      map.add(key, Faults.line(event), Faults.column(event), value);
    }
  }

  /**
   * Advice for the case that a dash was forgotten: the item has nothing but this key, and has it
   * again.
   */
  private static String twoItems(String key, SpecNode first, SpecNode second) {
    return first instanceof ScalarNode one && second instanceof ScalarNode other
        ? ", or write two items if two are meant: {%s: %s} and {%s: %s}"
            .formatted(
                Shown.cut(key), Shown.cut(one.shown()), Shown.cut(key), Shown.cut(other.shown()))
        : "";
  }

  /** Text of a key; null, and a problem, when it is not text. */
  private String key(Event event, int depth) {
    if (event instanceof ScalarEvent scalar) {
      if (scalar.getAnchor() != null) {
        value(event, depth + 1);
      }
      return scalars.key(scalar);
    }
    SpecNode node = value(event, depth + 1);
    if (node instanceof ScalarNode scalar && !scalar.isNull()) {
      return scalar.broken() ? null : scalar.shown();
    }
    faults.add(node, "a key must be text, not %s; quote it".formatted(node.what()));
    return null;
  }

  private void merge(MapBuilder map, ScalarEvent key, SpecNode value) {
    if (map.mergeLine() > 0) {
      faults.add(
          key,
          "key \"<<\" stands twice in this mapping, first in line %s; write <<: [*a, *b]"
              .formatted(map.mergeLine()));
      return;
    }
    map.mergeAt(Faults.line(key));
    List<SpecNode> sources = value instanceof ListNode list ? list.items() : List.of(value);
    for (SpecNode source : sources) {
      if (source instanceof MapNode mapping) {
        map.merge(mapping);
      } else if (!(source instanceof ScalarNode scalar && scalar.broken())) {
        faults.add(
            source,
            "\"<<\" merges mappings, not %s; write <<: *anchor or <<: [*a, *b]"
                .formatted(source.what()));
      }
    }
  }
}
