package org.openedx.devdata.load;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.openedx.devdata.embedded.LockOwner;

/**
 * Holds a folder for one run: two at once would mix their files and checkpoints. Slices of a whole
 * have names of their own, and so each its lock. The operating system frees the lock of a process
 * that has died. Not thread-safe.
 */
public final class RunLock implements AutoCloseable {

  private final Path file;
  private final FileChannel channel;

  private RunLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock, or says who has it.
   *
   * @param folder of what the run keeps of itself; made when it is not there
   * @throws IOException also when another run has it
   */
  public static RunLock of(RunFolder folder) throws IOException {
    Files.createDirectories(folder.path());
    Path file = folder.lock();
    while (true) {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        FileLock lock = channel.tryLock();
        if (lock == null) {
          channel.close();
          throw held(folder, file);
        }
        LockOwner.write(channel);
        // Whoever had it before removes the file when it lets go, and this may be that one.
        if (LockOwner.read(file).startsWith("process " + ProcessHandle.current().pid() + " ")) {
          return new RunLock(file, channel);
        }
        channel.close();
      } catch (OverlappingFileLockException ofThisProcess) {
        channel.close();
        throw held(folder, file);
      }
    }
  }

  private static IOException held(RunFolder folder, Path file) {
    return new IOException(
        "another run writes to %s: %s; wait for it, or give another folder"
            .formatted(folder.path(), LockOwner.read(file)));
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(file);
    }
  }
}
