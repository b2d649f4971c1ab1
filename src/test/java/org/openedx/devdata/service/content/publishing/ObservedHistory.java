package org.openedx.devdata.service.content.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.service.content.media.Digests;
import org.openedx.devdata.spec.Position;

/** A section with a subsection, a unit and two components, and the records of its last log. */
abstract class ObservedHistory {

  static final Moment NOW =
      new Moment(
          Instant.EPOCH, true, Optional.empty(), new Origin("test", Position.ofFile("test")));

  final PublishingApi history = new PublishingApi();
  private final List<Version> versions = new ArrayList<>();
  final Entity p1 = history.createEntity("p1", true, NOW);
  final Entity p2 = history.createEntity("p2", true, NOW);
  final Entity unit = history.createEntity("unit", true, NOW);
  private final Entity subsection = history.createEntity("subsec", true, NOW);
  final Entity section = history.createEntity("sec", true, NOW);

  Version version(Entity entity, Entity... dependencies) {
    Version version =
        history.createVersion(entity, Optional.empty(), "T", List.of(dependencies), NOW);
    versions.add(version);
    return version;
  }

  void createAll() {
    version(p1);
    version(p2);
    version(unit, p1, p2);
    version(subsection, unit);
    version(section, subsection);
  }

  /** Records and effects of the last log, numbered as a database would number them. */
  List<String> last() {
    Branch branch = history.logs().get(history.logs().size() - 1).branch();
    Map<LogRecord, Integer> ids = new HashMap<>();
    List<String> lines = new ArrayList<>();
    DependencyDigests digests =
        new DependencyDigests(version -> versions.indexOf(version) + 1L, Digests::ofDependencies);
    for (ChangeLog log : history.logs()) {
      if (log.branch() != branch) {
        continue;
      }
      lines.clear();
      for (LogRecord record : log.records()) {
        ids.put(record, ids.size() + 1);
        lines.add(
            ids.get(record)
                + " "
                + record.entity()
                + " "
                + number(record.before())
                + "->"
                + number(record.after())
                + " "
                + digests.of(record));
      }
      log.sideEffects()
          .forEach(
              effect ->
                  lines.add("(" + ids.get(effect.cause()) + "," + ids.get(effect.effect()) + ")"));
    }
    return lines;
  }

  private static String number(Optional<Version> version) {
    return version.map(one -> Integer.toString(one.number())).orElse("NULL");
  }
}
