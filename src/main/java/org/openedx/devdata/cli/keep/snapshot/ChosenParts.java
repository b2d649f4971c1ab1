package org.openedx.devdata.cli.keep.snapshot;

import java.util.List;
import java.util.stream.Collectors;
import org.openedx.devdata.cli.keep.snapshot.part.TargetSite;
import org.openedx.devdata.cli.keep.snapshot.part.TargetStores;
import org.openedx.devdata.keep.snapshot.SavedCopy;
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
  TargetStores stores(TargetSite site) {
    return TargetStores.of(site, all());
  }

  /**
   * The copy of a store in the snapshot.
   *
   * @throws SnapshotException.DoesNotExist when there is none
   */
  SavedCopy copy(SnapshotPart store) {
    return copy(store.name());
  }

  /**
   * The same by the store's name.
   *
   * @throws SnapshotException.DoesNotExist when there is none
   */
  SavedCopy copy(String name) {
    return snapshot.manifest().parts().stream()
        .filter(saved -> saved.name().equals(name))
        .findFirst()
        .map(saved -> new SavedCopy(saved, snapshot.files()))
        .orElseThrow(
            () ->
                new SnapshotException.DoesNotExist(
                    "snapshot %s has no part %s".formatted(snapshot.manifest().name(), name)));
  }
}
