package org.openedx.devdata.spec.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.read.KeyParsers;
import org.openedx.devdata.spec.read.KindReader;
import org.openedx.devdata.spec.read.SpecReader;
import org.openedx.devdata.spec.yaml.ListNode;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.ScalarNode;
import org.openedx.devdata.spec.yaml.SpecNode;

/**
 * Reads top-level specs: a list of services with their spec files, or a mapping with {@code
 * version: 1}, {@code services} and {@code targets}. Immutable.
 */
final class TopLevelReader {

  private static final String VERSION = "1";

  private final ServiceNames names;
  private final TargetsReader targets;
  private final KindReader services =
      new KindReader(
          SpecFormat.SERVICES, new KeyParsers(UnaryOperator.identity(), UnaryOperator.identity()));

  TopLevelReader(ServiceNames names) {
    this.names = names;
    this.targets = new TargetsReader(names);
  }

  TopLevel read(String file, SpecNode root, Problems problems) {
    if (root instanceof ListNode list) {
      return new TopLevel(Optional.empty(), entries(file, list, problems), empty(list), Map.of());
    }
    if (root instanceof MapNode map) {
      return mapping(file, map, problems);
    }
    problems.add(
        root.in(file),
        "a top-level spec must be a list of items \"- {ida: lms, path: lms.yaml}\", not "
            + root.what());
    return new TopLevel(Optional.empty(), List.of(), false, Map.of());
  }

  private TopLevel mapping(String file, MapNode map, Problems problems) {
    version(file, map, problems);
    List<TopLevelEntry> entries = List.of();
    Map<String, Map<String, TargetConnection>> connections = Map.of();
    for (int entry = 0; entry < map.size(); entry++) {
      String key = map.key(entry);
      switch (key) {
        case "version", "name" -> {}
        case "services" -> entries = entries(file, map.value(entry), problems);
        case "targets" -> connections = targets.targets(file, map.value(entry), problems);
        default -> {
          if (!key.startsWith(SpecReader.FREE_PREFIX)) {
            problems.add(map.keyIn(file, entry), unknownKey(key));
          }
        }
      }
    }
    SpecNode services = map.get("services");
    return new TopLevel(
        name(file, map, problems), entries, services == null || empty(services), connections);
  }

  private static Optional<String> name(String file, MapNode map, Problems problems) {
    SpecNode node = map.get("name");
    if (node == null) {
      return Optional.empty();
    }
    String name = node instanceof ScalarNode scalar && !scalar.isNull() ? scalar.text() : "";
    if (name.isBlank()
        || name.length() > SpecFormat.LONGEST_NAME
        || name.codePoints().anyMatch(Character::isISOControl)) {
      problems.add(
          node.in(file),
          "\"name\" must be a text of 1 to %d characters in one line, not %s"
              .formatted(
                  SpecFormat.LONGEST_NAME,
                  node instanceof ScalarNode scalar ? Shown.quoted(scalar.shown()) : node.what()));
      return Optional.empty();
    }
    return Optional.of(name.strip());
  }

  private static void version(String file, MapNode map, Problems problems) {
    SpecNode version = map.get("version");
    if (version == null) {
      problems.add(map.in(file), "\"version\" is missing in the top-level spec; add version: 1");
    } else if (!(version instanceof ScalarNode scalar && scalar.text().equals(VERSION))) {
      String shown =
          version instanceof ScalarNode scalar ? Shown.quoted(scalar.shown()) : version.what();
      problems.add(
          version.in(file), "\"version\" must be 1, the only one there is so far, not " + shown);
    }
  }

  private String unknownKey(String key) {
    String otherwise =
        names.serves(key)
            ? "; list the service below \"services\": - {ida: %s, path: FILE}".formatted(key)
            : "; known keys are " + String.join(", ", SpecFormat.KEYS);
    return "unknown key "
        + Shown.quoted(key)
        + " in the top-level spec"
        + (names.serves(key) ? otherwise : DidYouMean.hint(key, SpecFormat.KEYS, otherwise));
  }

  private static boolean empty(SpecNode services) {
    return services instanceof ListNode list
        ? list.items().isEmpty()
        : services instanceof ScalarNode scalar && scalar.isNull();
  }

  private List<TopLevelEntry> entries(String file, SpecNode node, Problems problems) {
    SpecNode listed = node;
    if (node instanceof ListNode list) {
      listed = list.only(item -> !shortForm(item));
      list.only(this::shortForm).items().forEach(item -> refuseShort(file, item, problems));
    }
    List<TopLevelEntry> entries = new ArrayList<>();
    for (SpecRecord item : services.list(file, listed, problems)) {
      Optional<String> ida = item.text("ida");
      if (ida.isPresent() && !names.serves(ida.get())) {
        problems.add(item.positionOf("ida"), names.unknown(ida.get()));
      } else if (ida.isPresent() && item.text("path").isPresent()) {
        entries.add(
            new TopLevelEntry(
                ida.get(),
                item.requiredText("path"),
                item.bool(SpecFormat.IN_DEVSTACK).orElse(false),
                item.position(),
                item.positionOf("path")));
      }
    }
    return List.copyOf(entries);
  }

  /**
   * Returns whether an item is {@code lms: lms.yaml}, which people write but OEP-37 does not
   * specify.
   */
  private boolean shortForm(SpecNode item) {
    return item instanceof MapNode map && map.size() == 1 && names.serves(map.key(0));
  }

  private static void refuseShort(String file, SpecNode item, Problems problems) {
    MapNode map = (MapNode) item;
    String path = map.value(0) instanceof ScalarNode scalar ? scalar.shown() : "FILE";
    problems.add(
        item.in(file),
        "an item needs the keys ida and path; write {ida: %s, path: %s}"
            .formatted(map.key(0), path));
  }
}
