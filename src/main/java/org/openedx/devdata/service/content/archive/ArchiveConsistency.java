package org.openedx.devdata.service.content.archive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;

/** Checks of what the files of an archive say about each other. Stateless. */
final class ArchiveConsistency {

  private ArchiveConsistency() {}

  static void check(
      List<ArchivedEntity> entities, List<ArchivedCollection> collections, Problems problems) {
    Map<String, ArchivedEntity> byKey = new HashMap<>();
    ArchiveReader.Met met = new ArchiveReader.Met();
    for (ArchivedEntity entity : entities) {
      byKey.putIfAbsent(entity.key(), entity);
      twice(met.before(entity.key(), entity.position()), entity.key(), entity.position(), problems);
    }
    ArchiveReader.Met collectionsMet = new ArchiveReader.Met();
    for (ArchivedCollection collection : collections) {
      twice(
          collectionsMet.before(collection.key(), collection.position()),
          collection.key(),
          collection.position(),
          problems);
      for (String member : collection.entities()) {
        if (!byKey.containsKey(member)) {
          problems.add(
              collection.position(),
              "collection '" + collection.key() + "' has '" + member + "', which is not here");
        }
      }
    }
    for (ArchivedEntity entity : entities) {
      for (ArchivedVersion version : entity.versions()) {
        version.children().forEach(child -> child(entity, version, child, byKey, problems));
      }
    }
  }

  private static void twice(
      Optional<Position> before, String key, Position place, Problems problems) {
    before.ifPresent(
        other -> problems.add(place, "key '" + key + "' is also that of " + other.file()));
  }

  private static void child(
      ArchivedEntity parent,
      ArchivedVersion version,
      ArchivedChild child,
      Map<String, ArchivedEntity> byKey,
      Problems problems) {
    ArchivedEntity found = byKey.get(child.key());
    if (found == null) {
      problems.add(version.position(), "child '" + child.key() + "' is not in the archive");
      return;
    }
    String type = found.container().isEmpty() ? "component" : found.container().get().code();
    String wanted = parent.container().orElseThrow().child();
    if (!type.equals(wanted)) {
      problems.add(
          version.position(),
          "a "
              + parent.container().get().code()
              + " holds "
              + wanted
              + "s, but '"
              + child.key()
              + "' is a "
              + type);
    }
    if (child.pinned().isPresent()
        && found.versions().stream().noneMatch(one -> one.number() == child.pinned().getAsInt())) {
      problems.add(
          version.position(),
          "child '"
              + child.key()
              + "' is held at version "
              + child.pinned().getAsInt()
              + ", which the archive does not have");
    }
  }
}
