package org.openedx.devdata.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Users of a server: one locked file for each. The lock of a killed process is free, so its file
 * counts for nothing and is removed when seen.
 *
 * <p>Not thread-safe: callers hold the {@link FolderLock} of the server.
 */
final class ServerUsers {

  /**
   * Marks the files of this JVM. They must not be probed: closing a second channel of a file would
   * free the lock on it.
   */
  private static final String OF_THIS_JVM = ProcessHandle.current().pid() + "-" + nonce() + "-";

  private final Path folder;

  ServerUsers(Path folder) {
    this.folder = folder;
  }

  /** Adds a user; closing the result, or the end of this process, removes it. */
  Claim add() throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(OF_THIS_JVM + nonce());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      throw new IOException("another process locked " + file);
    }
    return new Claim(file, channel);
  }

  /** Counts the users alive and removes the traces of dead ones. */
  int count() throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    int alive = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (file.getFileName().toString().startsWith(OF_THIS_JVM) || isLocked(file)) {
          alive++;
        } else {
          Files.deleteIfExists(file);
        }
      }
    }
    return alive;
  }

  private static boolean isLocked(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return channel.tryLock() == null;
    }
  }

  private static String nonce() {
    byte[] bytes = new byte[6];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** One user's lock. */
  record Claim(Path file, FileChannel channel) {
    void release() throws IOException {
      Files.deleteIfExists(file);
      channel.close();
    }
  }
}
