package org.openedx.devdata.spec.yaml;

import org.openedx.devdata.spec.Position;

/**
 * A value of a YAML file with its place. Trees share nodes where the file uses aliases. Immutable.
 *
 * <p>Where aliases are involved, a position is what a person can act on: an alias itself (scalar or
 * collection) stands where it is <em>used</em>; what is inside an aliased or merged collection
 * stands where it is <em>written</em>, since that is the text to change.
 */
public abstract sealed class SpecNode permits ScalarNode, ListNode, MapNode {

  private final int line;
  private final int column;

  SpecNode(int line, int column) {
    this.line = line;
    this.column = column;
  }

  /** Line, from 1. */
  public final int line() {
    return line;
  }

  /** Column, from 1, in characters. */
  public final int column() {
    return column;
  }

  public final Position in(String file) {
    return new Position(file, line, column);
  }

  /** The same value at another place, for an alias; contents are shared. */
  public abstract SpecNode at(int otherLine, int otherColumn);

  /**
   * Type of the node, for messages: {@code a list}, {@code a mapping}, {@code text}, {@code null}.
   */
  public abstract String what();
}
