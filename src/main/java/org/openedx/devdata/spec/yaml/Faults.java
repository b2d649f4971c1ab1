package org.openedx.devdata.spec.yaml;

import java.util.Set;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.yaml.snakeyaml.events.Event;

/**
 * Receiver of the single faults that the composer of a file reports; it goes on unless there are
 * too many.
 */
record Faults(String file, Problems problems) {

  void add(int line, int column, String message) {
    problems.add(new Position(file, line, column), message);
    if (problems.full()) {
      throw new YamlFault(line, column, "there are too many problems to read on; correct some");
    }
  }

  void add(Event event, String message) {
    add(line(event), column(event), message);
  }

  void add(SpecNode node, String message) {
    add(node.line(), node.column(), message);
  }

  void checkTag(String tag, Set<String> known, Event event) {
    if (tag != null && !known.contains(tag)) {
      add(event, Tags.refusal(tag));
    }
  }

  /** The fault that ends the reading. */
  static YamlFault fatal(Event event, String message) {
    return new YamlFault(line(event), column(event), message);
  }

  static int line(Event event) {
    return event.getStartMark().getLine() + 1;
  }

  static int column(Event event) {
    return event.getStartMark().getColumn() + 1;
  }
}
