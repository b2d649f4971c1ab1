package org.openedx.devdata.keep.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.openedx.devdata.bytes.FileFailure;

/**
 * An export that is being written, into a folder of its own within the one where it goes: what is
 * there stays until all of it is complete. A lock, which ends with the process, keeps others out.
 * Closing removes what was not completed. Not thread-safe.
 */
public final class UnfinishedExport implements AutoCloseable {

  private static final String NAME = ".unfinished-export";
  private static final String LOCK = ".unfinished-export.lock";

  private final ExportFolder folder;
  private final boolean made;
  private final FileChannel lock;
  private boolean kept;

  private UnfinishedExport(ExportFolder folder, boolean made, FileChannel lock) {
    this.folder = folder;
    this.made = made;
    this.lock = lock;
  }

  /**
   * Begins; makes the folder where it is not there, and removes what an interrupted one has left.
   *
   * @throws UncheckedIOException when that fails, or another devdata exports into the folder
   */
  public static UnfinishedExport begin(ExportFolder folder) {
    try {
      boolean made = !Files.exists(folder.path());
      Files.createDirectories(folder.path());
      UnfinishedExport begun = new UnfinishedExport(folder, made, locked(folder.path()));
      begun.remove();
      Files.createDirectory(begun.path());
      return begun;
    } catch (IOException e) {
      throw new UncheckedIOException(FileFailure.at(folder.path(), e));
    }
  }

  private static FileChannel locked(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException thisProcess) {
      // Locked all the same.
    }
    channel.close();
    throw new IOException("another devdata exports into this folder; wait for it");
  }

  /** The folder to write to. */
  public Path path() {
    return folder.path().resolve(NAME);
  }

  /** Leaves what was written where it is, to be looked at. */
  public void keep() {
    kept = true;
  }

  /**
   * Puts all files in place; until then, and where that ends early, no top-level spec lists any.
   */
  public void complete(List<ExportResult> results) {
    try {
      folder.removeFormer(results);
      for (ExportResult result : results) {
        for (String file : result.files()) {
          Files.move(
              path().resolve(file),
              folder.path().resolve(file),
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(FileFailure.at(folder.path(), e));
    }
    folder.writeTop(results, path());
  }

  private void remove() throws IOException {
    if (Files.exists(path())) {
      try (Stream<Path> files = Files.list(path())) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(path());
    }
  }

  @Override
  public void close() {
    try (lock) {
      if (!kept) {
        remove();
      }
      Files.deleteIfExists(folder.path().resolve(LOCK));
      if (made) {
        Files.delete(folder.path());
      }
    } catch (DirectoryNotEmptyException complete) {
      // The folder has what it was made for.
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
