package org.openedx.devdata.service.content.publishing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Entities that show another one, on one branch: those whose current version depends on it. Not
 * thread-safe.
 */
final class Dependents {

  private final Map<Entity, Set<Entity>> parents = new HashMap<>();

  /** Follows a change of the current version of an entity. */
  void moved(Entity entity, Version before, Version after) {
    if (before != null) {
      before.dependencies().forEach(child -> parents.get(child).remove(entity));
    }
    if (after != null) {
      after
          .dependencies()
          .forEach(
              child -> parents.computeIfAbsent(child, any -> new LinkedHashSet<>()).add(entity));
    }
  }

  List<Entity> of(Entity entity) {
    return new ArrayList<>(parents.getOrDefault(entity, Set.of()));
  }
}
