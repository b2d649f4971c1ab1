package org.openedx.devdata.spec.load;

import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.ServiceDescriptor;
import org.openedx.devdata.spec.yaml.ListNode;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.SpecNode;

/**
 * Detects by its keys what a file is: a top-level spec, or the spec of which service. Immutable.
 */
final class FileType {

  private final Map<String, ServiceDescriptor> services;

  FileType(Map<String, ServiceDescriptor> services) {
    this.services = services;
  }

  /** Returns whether a file can only be meant as a top-level spec. */
  boolean topLevel(SpecNode root) {
    if (root instanceof ListNode list) {
      return list.items().stream().anyMatch(FileType::entry);
    }
    return root instanceof MapNode map
        && SpecFormat.KEYS.stream().anyMatch(key -> map.indexOf(key) >= 0 && !key.equals("name"))
        && service(root).isEmpty();
  }

  /** The service whose kinds a file names, the one with the most matching keys; empty if none. */
  Optional<String> service(SpecNode root) {
    String best = null;
    int matching = 0;
    if (root instanceof MapNode map) {
      for (Map.Entry<String, ServiceDescriptor> service : services.entrySet()) {
        int matches = matches(map, service.getValue());
        if (matches > matching) {
          best = service.getKey();
          matching = matches;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** A sentence that names the type of a file that is not of a service; empty when it may be. */
  Optional<String> otherThan(String ida, SpecNode root) {
    if (topLevel(root)) {
      return strange(root, services.get(ida))
          ? Optional.of("this is a top-level spec, not a spec of " + ida)
          : Optional.empty();
    }
    return service(root)
        .filter(other -> !other.equals(ida))
        .filter(other -> strange(root, services.get(ida)) || misplaced((MapNode) root, ida, other))
        .map(other -> "this looks like a spec of %s, not of %s".formatted(other, ida));
  }

  /** Returns whether no key of a file belongs to a service. */
  private static boolean strange(SpecNode root, ServiceDescriptor descriptor) {
    return !(root instanceof MapNode map) || matches(map, descriptor) == 0;
  }

  /** Returns whether a service lacks a third of a file's keys, and another one has all of them. */
  private boolean misplaced(MapNode map, String ida, String other) {
    return 3 * unknown(map, services.get(ida)) >= map.size()
        && unknown(map, services.get(other)) == 0;
  }

  private static int unknown(MapNode map, ServiceDescriptor descriptor) {
    int unknown = 0;
    for (int entry = 0; entry < map.size(); entry++) {
      String key = map.key(entry);
      boolean known =
          descriptor.settingsKind().indexOf(key) >= 0
              || descriptor.kinds().stream()
                  .anyMatch(kind -> kind.name().equals(key) || kind.aliases().contains(key));
      unknown += known || key.startsWith("x-") ? 0 : 1;
    }
    return unknown;
  }

  private static boolean entry(SpecNode item) {
    return item instanceof MapNode map
        && SpecFormat.SERVICES.fields().stream()
            .anyMatch(
                field ->
                    map.indexOf(field.name()) >= 0
                        || field.aliases().stream().anyMatch(alias -> map.indexOf(alias) >= 0));
  }

  /** Keys of the top that the service knows count best; those of first records break ties. */
  private static int matches(MapNode map, ServiceDescriptor descriptor) {
    Kind settings = descriptor.settingsKind();
    int matches = 0;
    for (int entry = 0; entry < map.size(); entry++) {
      String key = map.key(entry);
      if (settings.indexOf(key) >= 0) {
        matches += 1000;
      }
      for (Kind kind : descriptor.kinds()) {
        if (kind.name().equals(key) || kind.aliases().contains(key)) {
          matches += 1000 + inner(map.value(entry), kind);
        }
      }
    }
    return matches;
  }

  private static int inner(SpecNode records, Kind kind) {
    if (!(records instanceof ListNode list)
        || list.items().isEmpty()
        || !(list.items().get(0) instanceof MapNode first)) {
      return 0;
    }
    int known = 0;
    for (int entry = 0; entry < first.size(); entry++) {
      known += kind.indexOf(first.key(entry)) >= 0 ? 1 : -1;
    }
    return Math.max(-900, Math.min(known, 900));
  }
}
