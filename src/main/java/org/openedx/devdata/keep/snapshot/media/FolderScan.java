package org.openedx.devdata.keep.snapshot.media;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openedx.devdata.keep.snapshot.SnapshotException;

/**
 * The files of a folder and of those below it.
 *
 * @param folder the folder
 * @param files attributes of files and links, by their paths below it, with slashes
 * @param others what is neither, such as pipes
 */
public record FolderScan(Path folder, Map<String, BasicFileAttributes> files, List<String> others) {

  /** Beginning of the names of files that a restore makes. */
  static final String OWN = ".devdata-restore";

  private static final int SHOWN = 10;

  /**
   * Looks at a folder; one that is not there has no files.
   *
   * @throws SnapshotException with the links that lead out of it
   */
  public static FolderScan of(Path folder) throws IOException {
    FolderScan scan = new FolderScan(folder, new TreeMap<>(), new ArrayList<>());
    if (Files.exists(folder)) {
      Path real = folder.toRealPath();
      List<String> leadingOut = new ArrayList<>();
      Files.walkFileTree(real, new Visitor(real, scan, leadingOut));
      if (!leadingOut.isEmpty()) {
        throw new SnapshotException(
            "%s has links that lead out of it: %s%s; remove them, or put there what they lead to"
                .formatted(
                    folder,
                    String.join(", ", leadingOut.subList(0, Math.min(SHOWN, leadingOut.size()))),
                    leadingOut.size() > SHOWN
                        ? " and " + (leadingOut.size() - SHOWN) + " more"
                        : ""));
      }
    }
    return scan;
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {

    private final Path real;
    private final FolderScan scan;
    private final List<String> leadingOut;

    Visitor(Path real, FolderScan scan, List<String> leadingOut) {
      this.real = real;
      this.scan = scan;
      this.leadingOut = leadingOut;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String path = real.relativize(file).toString().replace('\\', '/');
      if (file.getFileName().toString().startsWith(OWN)) {
        return FileVisitResult.CONTINUE;
      }
      if (attributes.isSymbolicLink()) {
        link(file, path, attributes);
      } else if (attributes.isRegularFile()) {
        scan.files().put(path, attributes);
      } else {
        scan.others().add(path);
      }
      return FileVisitResult.CONTINUE;
    }

    private void link(Path file, String path, BasicFileAttributes attributes) throws IOException {
      Path target = file.resolveSibling(Files.readSymbolicLink(file)).normalize();
      boolean inside =
          target.startsWith(real) && (!Files.exists(file) || file.toRealPath().startsWith(real));
      if (inside) {
        scan.files().put(path, attributes);
      } else {
        leadingOut.add(path + " -> " + Files.readSymbolicLink(file));
      }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE; // It has gone meanwhile.
      }
      throw failure;
    }
  }
}
