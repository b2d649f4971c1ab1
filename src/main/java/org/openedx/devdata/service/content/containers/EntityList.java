package org.openedx.devdata.service.content.containers;

import java.util.List;

/** The children of container versions, in order. Immutable; compared by identity. */
public final class EntityList {

  private final List<Child> children;

  EntityList(List<Child> children) {
    this.children = List.copyOf(children);
  }

  public List<Child> children() {
    return children;
  }
}
