package org.openedx.devdata.service.content.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openedx.devdata.service.content.history.NameUuid;
import org.openedx.devdata.service.content.media.Media;
import org.openedx.devdata.service.content.media.MediaException;

/**
 * The files of one package, each called by its digest: {@code ROOT/content/UUID/DIGEST}. Not
 * thread-safe.
 */
public final class MediaFolder {

  private final Path folder;
  private final List<Path> made = new ArrayList<>();

  /**
   * @param root the platform's media folder
   * @param uuid of the package, with or without dashes
   */
  public MediaFolder(Path root, String uuid) {
    this.folder = root.resolve("content").resolve(NameUuid.dashed(uuid));
  }

  Path folder() {
    return folder;
  }

  public Path of(String digest) {
    return folder.resolve(digest);
  }

  /**
   * Lays down the files that are not there; never half a one. A new folder is filled under another
   * name, so that its files need none.
   */
  void put(List<Media> files) {
    try {
      if (Files.exists(folder)) {
        putMissing(files);
      } else {
        putAll(files);
      }
    } catch (IOException e) {
      throw new MediaException("cannot write into " + folder, e);
    }
  }

  /** Removes the files that {@link #put} made, and the folder if it did; others stay. */
  void takeBack() {
    try {
      for (Path path : made) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      // A file too many does no harm, for its name is its digest; why the load failed counts more.
    } finally {
      made.clear();
    }
  }

  private void putAll(List<Media> files) throws IOException {
    Path part = folder.resolveSibling("." + folder.getFileName() + ".part");
    remove(part);
    Files.createDirectories(part);
    Set<String> written = new HashSet<>();
    try {
      for (Media file : files) {
        // The same bytes may be of two types.
        if (written.add(file.digest())) {
          Files.write(part.resolve(file.digest()), file.bytes().read());
        }
      }
      Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
      written.forEach(digest -> made.add(of(digest)));
      made.add(folder);
    } catch (IOException | RuntimeException e) {
      remove(part);
      throw e;
    }
  }

  /** Removes what a run left that was ended half way. */
  private static void remove(Path part) throws IOException {
    if (!Files.exists(part)) {
      return;
    }
    try (Stream<Path> left = Files.list(part)) {
      for (Path file : left.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(part);
  }

  private void putMissing(List<Media> files) throws IOException {
    // One listing asks the system less than a look at each place.
    Set<String> there;
    try (Stream<Path> names = Files.list(folder)) {
      there = names.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
    for (Media file : files) {
      if (!there.contains(file.digest()) || Files.size(of(file.digest())) != file.size()) {
        put(file);
      }
    }
  }

  private void put(Media file) throws IOException {
    Path part = of("." + file.digest() + ".part");
    try {
      Files.write(part, file.bytes().read());
      boolean fresh = !Files.exists(of(file.digest()));
      Files.move(part, of(file.digest()), StandardCopyOption.ATOMIC_MOVE);
      if (fresh) {
        made.add(of(file.digest()));
      }
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw e;
    }
  }
}
