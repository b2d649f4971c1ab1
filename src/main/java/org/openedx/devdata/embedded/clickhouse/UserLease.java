package org.openedx.devdata.embedded.clickhouse;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says that a command uses the engine: a locked file of its own. The lock goes with the process, so
 * a file that can be locked is a leftover. Each lease has its own file, because a process loses all
 * of its locks on a file when it closes any channel to it. Taken and looked at behind the gate.
 */
final class UserLease implements AutoCloseable {

  private final Path file;
  private final FileChannel channel;

  private UserLease(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static UserLease take(EngineFolder folder) throws IOException {
    long pid = ProcessHandle.current().pid();
    for (int number = 0; ; number++) {
      Path file = folder.users().resolve("%d-%d.lock".formatted(pid, number));
      try {
        FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.lock();
        return new UserLease(file, channel);
      } catch (FileAlreadyExistsException e) {
        // Another lease of this process, or the leftover of an earlier one of its number.
      }
    }
  }

  /** Returns whether any command has a lease; removes leftovers. For the engine's process. */
  static boolean anyAlive(EngineFolder folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder.users())) {
      files = all.toList();
    }
    String own = ProcessHandle.current().pid() + "-";
    for (Path file : files) {
      if (file.getFileName().toString().startsWith(own)) {
        // Looking at it would unlock it.
        return true;
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        FileLock lock = channel.tryLock();
        if (lock == null) {
          return true;
        }
        Files.deleteIfExists(file);
      } catch (java.nio.file.NoSuchFileException e) {
        // Given back in this moment.
      }
    }
    return false;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
      channel.close();
    } catch (IOException e) {
      throw new ClickHouseUnavailableException(
          "cannot give back the lease '%s': %s; delete that file".formatted(file, e.getMessage()),
          e);
    }
  }
}
