package org.openedx.devdata.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Users of a server: one locked file for each. The lock of a killed process is free, so its file
 * counts for nothing and is removed when seen.
 *
 * <p>Not thread-safe: callers hold the lock of the server. A user may leave without it.
 */
public final class ServerUsers {

  private static final int NONCE_BYTES = 6;

  /**
   * Marks the files of this JVM. They must not be probed: closing a second channel of a file would
   * free the lock on it.
   */
  private static final String OF_THIS_JVM = ProcessHandle.current().pid() + "-" + nonce() + "-";

  private final Path folder;

  public ServerUsers(Path folder) {
    this.folder = folder;
  }

  /** Adds a user; releasing the result, or the end of this process, removes it. */
  public Claim add() throws IOException {
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
  public int count() throws IOException {
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
    } catch (NoSuchFileException released) {
      return false;
    }
  }

  private static String nonce() {
    return SecretFile.random(NONCE_BYTES);
  }

  /**
   * One user's lock.
   *
   * @param file locked as long as the user lives
   */
  public record Claim(Path file, FileChannel channel) {

    /** Removes the user. */
    public void release() throws IOException {
      Files.deleteIfExists(file);
      channel.close();
    }
  }
}
