package org.openedx.devdata.service.content.history;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openedx.devdata.service.content.components.ComponentKey;
import org.openedx.devdata.service.content.containers.Child;
import org.openedx.devdata.service.content.publishing.Entity;
import org.openedx.devdata.service.content.publishing.HistoryException;
import org.openedx.devdata.service.content.publishing.PublishingApi;
import org.openedx.devdata.service.content.publishing.Version;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Shown;

/**
 * Names of entities in specs: by key, components also without their namespace. Not thread-safe.
 *
 * @param publishing the package's history
 * @param packageKey its key
 * @param packages the package of every key that the spec declares
 * @param faulty keys of entities that a problem is reported of
 */
record EntityNames(
    PublishingApi publishing, String packageKey, Map<String, String> packages, Set<String> faulty) {

  private static final Pattern PINNED = Pattern.compile("(?<key>.+)@(?<version>\\d{1,9})");

  /**
   * The entity of a name, as it is at this point of the history.
   *
   * @throws HistoryException when there is none (yet)
   * @throws Consequence when a problem of it is reported
   */
  Entity entity(String name) {
    String full = ComponentKey.XBLOCK + ":" + name;
    if (faulty.contains(name) || faulty.contains(full)) {
      throw new Consequence();
    }
    Optional<Entity> found = publishing.entity(name).or(() -> publishing.entity(full));
    if (found.isPresent()) {
      return found.get();
    }
    String owner = packages.getOrDefault(name, packages.get(full));
    if (owner == null) {
      throw new HistoryException(
          "there is no component or container "
              + Shown.quoted(name)
              + DidYouMean.hint(name, new TreeSet<>(packages.keySet()), "; declare it"));
    }
    throw new HistoryException(
        owner.equals(packageKey)
            ? Shown.quoted(name) + " does not exist yet at this time; check the times"
            : Shown.quoted(name)
                + " belongs to the package "
                + Shown.quoted(owner)
                + "; take one of "
                + Shown.quoted(packageKey));
  }

  /**
   * The child of a name, {@code KEY} or {@code KEY@VERSION}.
   *
   * @throws HistoryException when entity or version are not there (yet)
   */
  Child child(String name) {
    Matcher pinned = PINNED.matcher(name);
    if (publishing.entity(name).isPresent() || !pinned.matches()) {
      return new Child(entity(name), Optional.empty());
    }
    Entity entity = entity(pinned.group("key"));
    return new Child(
        entity, Optional.of(version(entity, Integer.parseInt(pinned.group("version")))));
  }

  /** A version that is there. */
  static Version version(Entity entity, int number) {
    return entity
        .version(number)
        .orElseThrow(
            () -> {
              OptionalInt last =
                  entity.versions().stream().mapToInt(Version::number).reduce((a, b) -> b);
              return new HistoryException(
                  "'"
                      + entity
                      + "' has no version "
                      + number
                      + " at this time; "
                      + (last.isPresent() ? "its last one is " + last.getAsInt() : "it has none"));
            });
  }
}
