package org.openedx.devdata.keep.snapshot.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openedx.devdata.bytes.FileFailure;
import org.openedx.devdata.keep.snapshot.PackedFile;
import org.openedx.devdata.keep.snapshot.SavedCopy;
import org.openedx.devdata.keep.snapshot.SnapshotException;

/**
 * The restoring of a folder: files that were not saved go, those that differ are written beside and
 * take their places. After a kill each file is as it was or as it was saved. For one use.
 *
 * @param folder that gets the files
 * @param copy the snapshot's part
 * @param done receives numbers of files as they are compared
 * @param withoutTraits receives paths of files whose mode and time could not be set
 */
record FolderRestore(Path folder, SavedCopy copy, LongConsumer done, List<String> withoutTraits) {

  /**
   * @param done receives numbers of files as they are compared
   */
  FolderRestore(Path folder, SavedCopy copy, LongConsumer done) {
    this(folder, copy, done, new ArrayList<>());
  }

  /** Returns the paths that were written or removed. */
  List<String> restore(SavedFolder saved, Predicate<String> items) throws IOException {
    for (SavedFile file : saved.files()) {
      requireInside(file);
    }
    removeLeftovers();
    FolderScan scan = FolderScan.of(folder);
    Map<String, SavedFile> byPath = saved.byPath();
    List<String> changed = new ArrayList<>();
    for (String path : scan.files().keySet()) {
      if (items.test(path) && !byPath.containsKey(path)) {
        Files.delete(folder.resolve(path));
        changed.add(path);
      }
    }
    Map<Integer, List<SavedFile>> packs = new LinkedHashMap<>();
    for (SavedFile file : saved.files()) {
      packs.computeIfAbsent(file.pack(), any -> new ArrayList<>()).add(file);
    }
    for (Map.Entry<Integer, List<SavedFile>> pack : packs.entrySet()) {
      List<SavedFile> differing = new ArrayList<>();
      for (SavedFile file : pack.getValue()) {
        if (items.test(file.path())) {
          if (isAsSaved(file, scan.files().get(file.path()))) {
            giveTraits(file, folder.resolve(file.path()));
          } else {
            differing.add(file);
            changed.add(file.path());
          }
        }
        done.accept(1);
      }
      write(pack.getKey(), pack.getValue(), differing);
    }
    return changed;
  }

  /** A snapshot may come from elsewhere: nothing is written outside of the folder. */
  private void requireInside(SavedFile file) {
    Path base = folder.toAbsolutePath().normalize();
    Path target = base.resolve(file.path()).normalize();
    boolean inside = target.startsWith(base) && !target.equals(base);
    if (inside && file.isLink()) {
      inside = target.resolveSibling(file.link()).normalize().startsWith(base);
    }
    if (!inside) {
      throw new SnapshotException(
          "the snapshot's file %s would lie outside of %s; nothing was restored"
              .formatted(file.path(), folder));
    }
  }

  private void removeLeftovers() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(FolderRestore::isLeftover).toList()) {
        Files.delete(file);
      }
    }
  }

  private static boolean isLeftover(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(FolderScan.OWN) && !name.equals(FolderPart.LOCK);
  }

  private boolean isAsSaved(SavedFile file, BasicFileAttributes now) throws IOException {
    Path live = folder.resolve(file.path());
    if (now == null || now.isSymbolicLink() != file.isLink()) {
      return false;
    }
    return file.isLink()
        ? Files.readSymbolicLink(live).toString().equals(file.link())
        : now.size() == file.size() && ContentSum.of(live).equals(file.checksum());
  }

  private void write(int pack, List<SavedFile> all, List<SavedFile> differing) throws IOException {
    if (differing.isEmpty()) {
      return;
    }
    if (pack == 0) {
      for (SavedFile link : differing) {
        Path beside = beside(link);
        Files.createSymbolicLink(beside, Path.of(link.link()));
        put(beside, link);
      }
      return;
    }
    String name = copy.part().name() + "/" + SavedFolder.pack(pack);
    try (InputStream in = PackedFile.open(copy.files(), name)) {
      SavedFile last = differing.get(differing.size() - 1);
      Set<SavedFile> wanted = new HashSet<>(differing);
      for (SavedFile file : all) {
        if (wanted.contains(file)) {
          write(in, file, name);
        } else {
          in.skipNBytes(file.size());
        }
        if (file.equals(last)) {
          break;
        }
      }
    }
  }

  private void write(InputStream in, SavedFile file, String pack) throws IOException {
    Path beside = beside(file);
    ContentSum.Copied copied;
    try (OutputStream out = Files.newOutputStream(beside)) {
      copied = ContentSum.copy(in, file.size(), out);
    } catch (IOException e) {
      Files.deleteIfExists(beside);
      throw FileFailure.at(beside, e);
    }
    if (!copied.checksum().equals(file.checksum())) {
      Files.delete(beside);
      throw new SnapshotException(
          "the snapshot's file %s is damaged: %s is not as it was saved"
              .formatted(pack, file.path()));
    }
    giveTraits(file, beside);
    put(beside, file);
  }

  /** The content is what counts: files of another account keep their modes and times. */
  private void giveTraits(SavedFile file, Path there) {
    if (!file.isLink()) {
      try {
        file.traits().giveTo(there);
      } catch (IOException e) {
        withoutTraits.add(file.path());
      }
    }
  }

  private Path beside(SavedFile file) throws IOException {
    Path target = folder.resolve(file.path());
    clearWay(target.getParent());
    Files.createDirectories(target.getParent());
    return target.resolveSibling(FolderScan.OWN + "-" + ProcessHandle.current().pid());
  }

  /** A file of the folder's name, which was not saved and has gone, may have been a link. */
  private void clearWay(Path parent) throws IOException {
    Path real = folder.toRealPath();
    Path there = parent;
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    if (!there.toRealPath().startsWith(real)) {
      throw new SnapshotException(there + " leads out of " + folder + "; remove it");
    }
  }

  private static void put(Path beside, SavedFile file) throws IOException {
    Path target = beside.resolveSibling(Path.of(file.path()).getFileName().toString());
    if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      removeEmpty(target);
    }
    Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Removes a folder of folders that has no file any more. */
  private static void removeEmpty(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        try {
          Files.delete(one);
        } catch (DirectoryNotEmptyException e) {
          throw new SnapshotException(
              one + " is a folder with files, and was a file; it was written to meanwhile", e);
        }
      }
    }
  }
}
