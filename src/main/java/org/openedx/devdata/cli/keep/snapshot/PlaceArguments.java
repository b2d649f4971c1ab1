package org.openedx.devdata.cli.keep.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import org.openedx.devdata.cli.connect.EmbeddedEngine;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.keep.snapshot.Snapshot;
import org.openedx.devdata.keep.snapshot.SnapshotException;
import org.openedx.devdata.keep.snapshot.SnapshotStore;
import org.openedx.devdata.spec.Shown;
import picocli.CommandLine.Option;

/** The option that says where snapshots lie. Filled in by picocli. */
final class PlaceArguments {

  @Option(
      names = "--into",
      paramLabel = "FOLDER|FILE.tar",
      description =
          "Where snapshots lie (default: .devdata/snapshots): a folder of them, or one archive.")
  Path into;

  /** Folder of snapshots. */
  SnapshotStore store(Session session) {
    Path folder = session.surroundings().folder();
    if (into == null) {
      return new SnapshotStore(folder.resolve(EmbeddedEngine.FOLDER).resolve("snapshots"));
    }
    Path given = folder.resolve(into);
    return new SnapshotStore(
        SnapshotStore.isArchive(given) ? given.toAbsolutePath().getParent() : given);
  }

  /** The folder or archive that a new snapshot gets. */
  Path destination(Session session, String name) {
    Path folder = store(session).destination(name);
    return isArchive() ? session.surroundings().folder().resolve(into).toAbsolutePath() : folder;
  }

  /**
   * The snapshot of a name.
   *
   * @throws SnapshotException.DoesNotExist when there is none
   */
  Snapshot find(Session session, String name) throws IOException {
    if (!isArchive()) {
      return store(session).find(name);
    }
    Path file = session.surroundings().folder().resolve(into);
    return SnapshotStore.read(file)
        .filter(snapshot -> snapshot.manifest().name().equals(name))
        .orElseThrow(
            () ->
                new SnapshotException.DoesNotExist(
                    "%s is no snapshot %s".formatted(into, Shown.quoted(name))));
  }

  /** Returns whether one archive is named. */
  boolean isArchive() {
    return into != null && SnapshotStore.isArchive(into);
  }
}
