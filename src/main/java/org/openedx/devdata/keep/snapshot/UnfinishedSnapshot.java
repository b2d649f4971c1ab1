package org.openedx.devdata.keep.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.openedx.devdata.bytes.FileFailure;

/**
 * A snapshot that is being written: under a name that begins with a dot, until it is complete and
 * gets its own, so that a part of one is never taken for one. A lock, which ends with the process,
 * keeps others from the same name. Closing removes what was not completed. Not thread-safe.
 */
public final class UnfinishedSnapshot implements AutoCloseable {

  private static final String PREFIX = ".unfinished-";

  private final Path destination;
  private final Path folder;
  private final FileChannel lock;

  private UnfinishedSnapshot(Path destination, FileChannel lock) {
    this.destination = destination;
    this.folder = folder(destination);
    this.lock = lock;
  }

  /**
   * Starts a snapshot. One that was left unfinished is removed.
   *
   * @param destination folder, or archive whose name ends with {@code .tar}, that it gets
   * @throws SnapshotException when there is one, or another devdata is saving it
   */
  public static UnfinishedSnapshot begin(Path destination) throws IOException {
    Files.createDirectories(destination.toAbsolutePath().getParent());
    UnfinishedSnapshot begun = new UnfinishedSnapshot(destination, locked(destination));
    try {
      if (Files.exists(destination) || Files.exists(Path.of(destination + SnapshotStore.ARCHIVE))) {
        throw new SnapshotException(
            "%s exists already; delete the snapshot first, or take another name"
                .formatted(destination));
      }
      FileTree.remove(begun.folder);
      Files.createDirectories(begun.folder);
      return begun;
    } catch (IOException | RuntimeException e) {
      begun.close();
      throw e;
    }
  }

  private static FileChannel locked(Path destination) throws IOException {
    Path file = lockFile(destination);
    byte[] holder = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
    while (true) {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        channel.close();
        throw new SnapshotException(
            "%s is being saved by another devdata; wait for it, or take another name"
                .formatted(destination));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder), 0);
      // Whoever held it may have removed the file after it was opened here.
      if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), holder)) {
        return channel;
      }
      channel.close();
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException thisProcess) {
      return false;
    }
  }

  private static Path lockFile(Path destination) {
    return Path.of(folder(destination) + ".lock");
  }

  static Path folder(Path destination) {
    return destination.resolveSibling(PREFIX + destination.getFileName());
  }

  private static Path packed(Path destination) {
    return Path.of(folder(destination) + ".part");
  }

  /** The folder that its files go to. */
  public Path folder() {
    return folder;
  }

  /** Completes it: from now on it is one. */
  public Snapshot complete(Manifest manifest) throws IOException {
    Path file = folder.resolve(Manifest.FILE);
    try {
      Files.write(file, ManifestJson.bytes(manifest));
      if (SnapshotStore.isArchive(destination)) {
        FileTree.pack(folder, packed(destination));
        Files.move(packed(destination), destination, StandardCopyOption.ATOMIC_MOVE);
      } else {
        Files.move(folder, destination, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      throw new SnapshotException(
          "snapshot " + manifest.name() + " was saved by another devdata meanwhile", e);
    } catch (IOException e) {
      throw FileFailure.at(file, e);
    }
    return SnapshotStore.read(destination).orElseThrow();
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      Files.deleteIfExists(packed(destination));
      FileTree.remove(folder);
      Files.deleteIfExists(lockFile(destination));
    }
  }
}
