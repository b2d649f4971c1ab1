package org.openedx.devdata.keep.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;

/** Files of a snapshot, wherever they lie. Thread-safe. */
public interface SnapshotFiles {

  /**
   * Opens a file.
   *
   * @param name path within the snapshot, with slashes
   */
  InputStream open(String name) throws IOException;

  /**
   * A folder of the snapshot; empty where files lie in an archive.
   *
   * @param name path within the snapshot, with slashes
   */
  default Optional<Path> folder(String name) {
    return Optional.empty();
  }

  /** Files in a folder. */
  static SnapshotFiles folder(Path folder) {
    return new SnapshotFiles() {
      @Override
      public InputStream open(String name) throws IOException {
        return Files.newInputStream(folder.resolve(name));
      }

      @Override
      public Optional<Path> folder(String name) {
        return Optional.of(folder.resolve(name)).filter(Files::isDirectory);
      }
    };
  }

  /** Files in an archive; each is read at its own place. */
  static SnapshotFiles archive(Path file) {
    return name -> {
      TarFile tar = new TarFile(file);
      for (TarArchiveEntry entry : tar.getEntries()) {
        if (entry.getName().equals(name)) {
          return new ClosingInput(tar.getInputStream(entry), tar);
        }
      }
      tar.close();
      throw new SnapshotException(file + " is damaged: it has no file " + name);
    };
  }
}
