package org.openedx.devdata.keep.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Shown;

/**
 * The snapshots of a folder, written by {@link UnfinishedSnapshot}. Immutable.
 *
 * @param folder that holds a folder, or an archive {@code NAME.tar}, for each snapshot
 */
public record SnapshotStore(Path folder) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  static final String ARCHIVE = ".tar";

  /**
   * Checks a name.
   *
   * @throws SnapshotException when it cannot be the name of a folder
   */
  public static String checked(String name) {
    if (!NAME.matcher(name).matches() || name.endsWith(ARCHIVE)) {
      throw new SnapshotException(
          "%s cannot be the name of a snapshot; take letters, digits, '-', '_' and '.', up to 100"
              .formatted(Shown.quoted(name)));
    }
    return name;
  }

  /** All complete snapshots, the oldest first. */
  public List<Snapshot> list() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Snapshot> found = new ArrayList<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.sorted().toList()) {
        if (!path.getFileName().toString().startsWith(".")) {
          read(path).ifPresent(found::add);
        }
      }
    }
    found.sort(Comparator.comparing(snapshot -> snapshot.manifest().created()));
    return found;
  }

  /**
   * The snapshot of that name.
   *
   * @throws SnapshotException.DoesNotExist when there is none, with the name that was perhaps meant
   */
  public Snapshot find(String name) throws IOException {
    checked(name);
    Optional<Snapshot> found = read(folder.resolve(name));
    if (found.isEmpty()) {
      found = read(folder.resolve(name + ARCHIVE));
    }
    if (found.isPresent()) {
      return found.get();
    }
    List<String> names = list().stream().map(one -> one.manifest().name()).toList();
    throw new SnapshotException.DoesNotExist(
        "there is no snapshot %s in %s%s"
            .formatted(
                Shown.quoted(name),
                folder,
                DidYouMean.hint(
                    name,
                    names,
                    names.isEmpty()
                        ? "; there is none at all; make one with snapshot save NAME"
                        : "; see snapshot list")));
  }

  /** Reads the snapshot in a folder or an archive; empty when it is none. */
  public static Optional<Snapshot> read(Path path) throws IOException {
    SnapshotFiles files;
    if (Files.isRegularFile(path.resolve(Manifest.FILE))) {
      files = SnapshotFiles.folder(path);
    } else if (isArchive(path) && Files.isRegularFile(path)) {
      files = SnapshotFiles.archive(path);
    } else {
      return Optional.empty();
    }
    try (InputStream in = files.open(Manifest.FILE)) {
      return Optional.of(new Snapshot(ManifestJson.read(in, path.toString()), files, path));
    }
  }

  /** The folder that a snapshot of that name gets. */
  public Path destination(String name) {
    return folder.resolve(checked(name));
  }

  /** Returns whether a path is that of an archive and not of a folder. */
  public static boolean isArchive(Path path) {
    return path.getFileName().toString().endsWith(ARCHIVE);
  }

  /** Deletes a snapshot. Its name goes first, so that a part of one is never taken for one. */
  public static void delete(Snapshot snapshot) throws IOException {
    Path doomed = UnfinishedSnapshot.folder(snapshot.path());
    FileTree.remove(doomed);
    Files.move(snapshot.path(), doomed, StandardCopyOption.ATOMIC_MOVE);
    FileTree.remove(doomed);
  }
}
