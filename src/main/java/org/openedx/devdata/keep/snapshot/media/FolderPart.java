package org.openedx.devdata.keep.snapshot.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.openedx.devdata.embedded.FolderLock;
import org.openedx.devdata.keep.snapshot.ManifestJson;
import org.openedx.devdata.keep.snapshot.Moment;
import org.openedx.devdata.keep.snapshot.SavedCopy;
import org.openedx.devdata.keep.snapshot.SavedItem;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.SnapshotListener;
import org.openedx.devdata.keep.snapshot.SnapshotPart;
import org.openedx.devdata.spec.Amount;

/**
 * A folder of files as a part of snapshots.
 *
 * @param name its name in snapshots
 * @param services idas of the services whose files it has
 * @param folder the folder
 */
public record FolderPart(String name, List<String> services, Path folder) implements SnapshotPart {

  /** Kind of such parts in manifests. */
  public static final String KIND = "files";

  public FolderPart {
    services = List.copyOf(services);
    folder = folder.toAbsolutePath().normalize();
  }

  static final String LOCK = FolderScan.OWN + ".lock";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String label() {
    return folder.toString();
  }

  @Override
  public Optional<Place> place() {
    return Optional.empty();
  }

  /** Files know no moments: each is saved as it is when it is read. */
  public static Moment<FolderPart> moment() {
    return new Moment<>() {
      @Override
      public SavedPart save(
          FolderPart part, Path target, Predicate<String> items, SnapshotListener listener)
          throws IOException {
        return part.save(target, items, listener);
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }

  private SavedPart save(Path target, Predicate<String> items, SnapshotListener listener)
      throws IOException {
    FolderScan scan = FolderScan.of(folder);
    List<String> wanted = scan.files().keySet().stream().filter(items).toList();
    FolderSave save = new FolderSave(folder, target, more -> listener.rows(name, more));
    SavedFolder saved = save.save(scan, wanted);
    Map<String, List<String>> leftOut = new HashMap<>();
    if (!scan.others().isEmpty()) {
      leftOut.put("special files", scan.others());
    }
    return new SavedPart(
        KIND,
        name,
        services,
        label(),
        "",
        "each file as it was when it was read"
            + (save.changing().isEmpty()
                ? ""
                : "; written meanwhile: " + String.join(", ", save.changing())),
        saved.files().stream()
            .map(file -> new SavedItem(file.path(), 1, file.checksum(), file.size()))
            .toList(),
        leftOut,
        ManifestJson.tree(saved));
  }

  @Override
  public RestorePlan plan(SavedPart saved, Predicate<String> items) {
    try {
      long files = FolderScan.of(folder).files().keySet().stream().filter(items).count();
      return new RestorePlan(label(), List.of(), files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public RestoreOutcome restore(
      SavedCopy saved, Predicate<String> items, boolean fitting, SnapshotListener listener)
      throws IOException {
    SavedFolder details = ManifestJson.details(saved.part(), SavedFolder.class);
    Files.createDirectories(folder);
    List<String> changed =
        new FolderLock(folder.resolve(LOCK), owner -> listener.warn("waiting for " + owner))
            .hold(
                () -> {
                  listener.partly();
                  FolderRestore restore =
                      new FolderRestore(folder, saved, more -> listener.rows(name, more));
                  List<String> paths = restore.restore(details, items);
                  warn(restore.withoutTraits(), listener);
                  return paths;
                });
    long meant = details.files().stream().filter(file -> items.test(file.path())).count();
    long written = changed.stream().filter(details.byPath()::containsKey).count();
    return new RestoreOutcome((int) (meant - written), changed, changed.size());
  }

  private void warn(List<String> paths, SnapshotListener listener) {
    if (!paths.isEmpty()) {
      listener.warn(
          "%s: the mode and the time of %s are not as they were saved, such as those of %s; files of other accounts keep theirs"
              .formatted(label(), Amount.of(paths.size(), "file"), paths.get(0)));
    }
  }
}
