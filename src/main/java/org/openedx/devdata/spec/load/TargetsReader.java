package org.openedx.devdata.spec.load;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.read.KeyParsers;
import org.openedx.devdata.spec.read.KindReader;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.ScalarNode;
import org.openedx.devdata.spec.yaml.SpecNode;

/** Reads named targets: a mapping of names to services to connections. Immutable. */
public final class TargetsReader {

  private final ServiceNames names;
  private final KindReader connections =
      new KindReader(
          SpecFormat.CONNECTION,
          new KeyParsers(UnaryOperator.identity(), UnaryOperator.identity()));

  public TargetsReader(ServiceNames names) {
    this.names = names;
  }

  /** Reads {@code name -> service -> connection}; a null node holds no target. */
  public Map<String, Map<String, TargetConnection>> targets(
      String file, SpecNode node, Problems problems) {
    Map<String, Map<String, TargetConnection>> targets = new LinkedHashMap<>();
    MapNode map = mapping("\"targets\"", "names of targets", file, node, problems);
    for (int entry = 0; entry < map.size(); entry++) {
      String name = map.key(entry);
      targets.put(name, target(Shown.quoted(name), file, map.value(entry), problems));
    }
    return Collections.unmodifiableMap(targets);
  }

  /** Reads {@code service -> connection}, one target. */
  public Map<String, TargetConnection> target(
      String label, String file, SpecNode node, Problems problems) {
    Map<String, TargetConnection> services = new LinkedHashMap<>();
    MapNode map = mapping("target " + label, "services", file, node, problems);
    for (int entry = 0; entry < map.size(); entry++) {
      String ida = map.key(entry);
      if (!names.serves(ida) && !names.unserved(ida)) {
        problems.add(map.keyIn(file, entry), names.unknown(ida));
      }
      String what = "%s of target %s".formatted(Shown.quoted(ida), label);
      MapNode written = mapping(what, "url, user, password", file, map.value(entry), problems);
      services.put(ida, connection(connections.one(file, written, problems), problems));
    }
    return Collections.unmodifiableMap(services);
  }

  private static TargetConnection connection(SpecRecord record, Problems problems) {
    if (record.has("password") && record.has("password_file")) {
      problems.add(
          record.positionOf("password_file"),
          "\"password\" and \"password_file\" cannot both be given; keep one");
    }
    return new TargetConnection(
        record.position(),
        located(record, "url"),
        located(record, "user"),
        located(record, "password"),
        located(record, "password_file"),
        located(record, "history_database"));
  }

  private static MapNode mapping(
      String label, String keys, String file, SpecNode node, Problems problems) {
    if (node instanceof MapNode map) {
      return map;
    }
    if (!(node instanceof ScalarNode scalar && (scalar.isNull() || scalar.broken()))) {
      problems.add(
          node.in(file), label + " must be a mapping with " + keys + ", not " + node.what());
    }
    return MapNode.EMPTY;
  }

  private static Optional<Located> located(SpecRecord record, String field) {
    return record.text(field).map(text -> new Located(text, record.positionOf(field)));
  }
}
