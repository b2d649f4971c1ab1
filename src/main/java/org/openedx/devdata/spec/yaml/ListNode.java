package org.openedx.devdata.spec.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** A list of values. */
public final class ListNode extends SpecNode {

  private final List<SpecNode> items;

  /** A list that is not written. */
  public static ListNode of(int line, int column, List<SpecNode> items) {
    return new ListNode(line, column, List.copyOf(items));
  }

  ListNode(int line, int column, List<SpecNode> items) {
    super(line, column);
    this.items = items;
  }

  public List<SpecNode> items() {
    return items;
  }

  /** The items that are wanted, at the same place. */
  public ListNode only(Predicate<SpecNode> wanted) {
    return new ListNode(line(), column(), items.stream().filter(wanted).toList());
  }

  /** Other items in place of these, of which they are made. */
  public ListNode replaced(List<SpecNode> others) {
    return new ListNode(line(), column(), List.copyOf(others));
  }

  /** The list with further items behind its own. */
  ListNode with(List<SpecNode> further) {
    List<SpecNode> all = new ArrayList<>(items.size() + further.size());
    all.addAll(items);
    all.addAll(further);
    return new ListNode(line(), column(), Collections.unmodifiableList(all));
  }

  @Override
  public ListNode at(int otherLine, int otherColumn) {
    return new ListNode(otherLine, otherColumn, items);
  }

  @Override
  public String what() {
    return "a list";
  }
}
