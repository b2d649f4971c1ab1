package org.openedx.devdata.spec.yaml;

import java.util.List;

/** A list of values. */
public final class ListNode extends SpecNode {

  private final List<SpecNode> items;

  ListNode(int line, int column, List<SpecNode> items) {
    super(line, column);
    this.items = items;
  }

  public List<SpecNode> items() {
    return items;
  }

  @Override
  ListNode at(int otherLine, int otherColumn) {
    return new ListNode(otherLine, otherColumn, items);
  }

  @Override
  public String what() {
    return "a list";
  }
}
