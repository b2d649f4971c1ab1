package org.openedx.devdata.cli.keep.snapshot;

import java.util.List;
import java.util.stream.Collectors;
import org.openedx.devdata.cli.connect.Databases;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.Snapshot;
import org.openedx.devdata.keep.snapshot.SnapshotException;
import org.openedx.devdata.keep.snapshot.SnapshotPart;
import org.openedx.devdata.spec.Shown;

/** Parts of a snapshot that a command is for, and the stores that they belong to. */
record ChosenParts(Snapshot snapshot, ChoiceArguments choice) {

  /**
   * The parts that are meant.
   *
   * @throws SnapshotException.DoesNotExist when a service that is named has none
   */
  List<SavedPart> all() {
    List<SavedPart> all = snapshot.manifest().parts();
    List<String> absent =
        choice.only.stream()
            .filter(ida -> all.stream().noneMatch(part -> part.services().contains(ida)))
            .toList();
    if (!absent.isEmpty()) {
      throw new SnapshotException.DoesNotExist(
          "snapshot %s has nothing of %s; it has %s"
              .formatted(
                  snapshot.manifest().name(),
                  absent.stream().map(Shown::cut).collect(Collectors.joining(", ")),
                  all.stream()
                      .flatMap(part -> part.services().stream())
                      .collect(Collectors.joining(", "))));
    }
    return all.stream().filter(choice::means).toList();
  }

  /** Stores of the target that the parts belong to. */
  List<SnapshotPart> stores(Session session, Databases databases) {
    List<String> services =
        all().stream().flatMap(part -> part.services().stream().limit(1)).toList();
    return new SnapshotParts(session, databases).of(services);
  }

  /**
   * The part of a store.
   *
   * @throws SnapshotException.DoesNotExist when there is none
   */
  SavedPart saved(SnapshotPart store) {
    return saved(store.kind(), store.name());
  }

  /**
   * A part by its kind and name.
   *
   * @throws SnapshotException.DoesNotExist when there is none
   */
  SavedPart saved(String kind, String name) {
    return snapshot.manifest().parts().stream()
        .filter(saved -> saved.name().equals(name) && saved.kind().equals(kind))
        .findFirst()
        .orElseThrow(
            () ->
                new SnapshotException.DoesNotExist(
                    "snapshot %s has no part %s".formatted(snapshot.manifest().name(), name)));
  }
}
