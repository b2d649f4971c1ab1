package org.openedx.devdata.keep.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** Files in a folder. */
  static SnapshotFiles folder(Path folder) {
    return name -> Files.newInputStream(folder.resolve(name));
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
