package org.openedx.devdata.service.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.openedx.devdata.service.content.media.ByteSource;
import org.openedx.devdata.service.content.media.MediaException;

/**
 * The files of one package, each called by its digest: {@code ROOT/content/UUID/DIGEST}. Not
 * thread-safe.
 */
final class MediaFolder {

  private final Path folder;

  /**
   * @param root the platform's media folder
   * @param uuid of the package, with or without dashes
   */
  MediaFolder(Path root, String uuid) {
    this.folder = root.resolve("content").resolve(NameUuid.dashed(uuid));
  }

  Path folder() {
    return folder;
  }

  Path of(String digest) {
    return folder.resolve(digest);
  }

  /** Lays a file down unless it is there; never half a one. */
  void put(String digest, long size, ByteSource bytes) {
    Path file = of(digest);
    try {
      if (Files.isRegularFile(file) && Files.size(file) == size) {
        return;
      }
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, ".", ".part");
      try {
        Files.write(part, bytes.read());
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new MediaException("cannot write " + file, e);
    }
  }
}
