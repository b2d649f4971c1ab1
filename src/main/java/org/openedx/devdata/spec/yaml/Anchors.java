package org.openedx.devdata.spec.yaml;

import java.util.HashMap;
import java.util.Map;
import org.openedx.devdata.spec.Shown;

/**
 * The anchors of a file, and how much their aliases add: the guard against documents that grow when
 * they are read. Not thread-safe.
 */
final class Anchors {

  /** An anchor whose node is complete when {@code node} is not null. */
  private record Anchor(SpecNode node, long size) {}

  private final Map<String, Anchor> anchors = new HashMap<>();
  private final long maxAliased;
  private long nodes;
  private long aliased;

  Anchors(long maxAliased) {
    this.maxAliased = maxAliased;
  }

  /** Returns whether any alias was resolved. */
  boolean areUsed() {
    return aliased > 0;
  }

  /** Counts a node; the total so far, aliases expanded, serves as a mark for {@link #close}. */
  long count() {
    return ++nodes;
  }

  /** A node with an anchor begins; an alias to it before {@link #close} would be a cycle. */
  void open(String name) {
    anchors.put(name, new Anchor(null, 0));
  }

  /** The node of an anchor is complete; {@code mark} is what {@link #count} gave at its start. */
  void close(String name, SpecNode node, long mark) {
    anchors.put(name, new Anchor(node, nodes - mark + 1));
  }

  /**
   * The node that an alias stands for.
   *
   * @throws YamlFault when there is none, when it contains the alias, or when aliases add too much
   */
  SpecNode resolve(String name, int line, int column) {
    Anchor anchor = anchors.get(name);
    if (anchor == null) {
      throw new YamlFault(
          line,
          column,
          "alias %s has no anchor above it; write %s before the value that it means"
              .formatted(Shown.quoted("*" + name), Shown.quoted("&" + name)));
    }
    if (anchor.node() == null) {
      throw new YamlFault(
          line,
          column,
          "alias %s stands inside its own anchor %s, which never ends; remove it"
              .formatted(Shown.quoted("*" + name), Shown.quoted("&" + name)));
    }
    aliased += anchor.size();
    nodes += anchor.size();
    if (aliased > maxAliased) {
      throw new YamlFault(
          line,
          column,
          "aliases repeat more than %s values, here %s; use fewer aliases of aliases"
              .formatted(maxAliased, Shown.quoted("*" + name)));
    }
    return anchor.node().at(line, column);
  }
}
