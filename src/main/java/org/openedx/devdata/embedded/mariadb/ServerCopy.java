package org.openedx.devdata.embedded.mariadb;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.openedx.devdata.embedded.CacheFolder;
import org.openedx.devdata.embedded.EmbeddedServerException;
import org.openedx.devdata.embedded.FileTrouble;
import org.openedx.devdata.embedded.FolderCopy;
import org.openedx.devdata.embedded.FolderLock;
import org.openedx.devdata.embedded.Folders;
import org.openedx.devdata.embedded.Lease;
import org.openedx.devdata.embedded.SecretFile;
import org.openedx.devdata.embedded.ServerEndpoint;
import org.openedx.devdata.embedded.StopResult;

/**
 * A second server on a copy of data files, by which they are read; both go when it is closed. What
 * a killed process has left of one, the next removes. Not thread-safe.
 */
public final class ServerCopy implements AutoCloseable {

  private static final String PREFIX = "copy-";

  private final MariaDbHome home;
  private final Lease lease;

  private ServerCopy(MariaDbHome home, Lease lease) {
    this.home = home;
    this.lease = lease;
  }

  /**
   * Starts a server on a copy.
   *
   * @param data files of a server that was stopped; they stay as they are
   * @param folder that gets the copy, in a folder of its own
   */
  public static ServerCopy open(
      Path data, Path folder, CacheFolder cache, Consumer<String> progress) {
    try {
      Files.createDirectories(folder);
      // Until it has a user, another process would take it for one that was left.
      return new FolderLock(
              folder.resolve("lock"), owner -> progress.accept("waiting for " + owner))
          .hold(
              () -> {
                removeLeft(folder, cache);
                return start(data, Files.createTempDirectory(folder, PREFIX), cache, progress);
              });
    } catch (IOException e) {
      throw new EmbeddedServerException(
          FileTrouble.explain("cannot open a copy of " + data + " in " + folder, e), e);
    }
  }

  private static ServerCopy start(Path data, Path own, CacheFolder cache, Consumer<String> progress)
      throws IOException {
    MariaDbHome home = new MariaDbHome(own);
    try {
      home.prepare();
      FolderCopy.copy(data, home.data());
      String password = SecretFile.newPassword();
      SecretFile.write(home.password(), password);
      // The password of the copied server may be in another folder, or lost.
      SecretFile.write(
          home.firstStatements(),
          "ALTER USER root@127.0.0.1 IDENTIFIED BY '%s';\n".formatted(password));
      return new ServerCopy(home, new EmbeddedMariaDb(own, cache, 0, progress).lease());
    } catch (IOException | RuntimeException e) {
      Folders.delete(own);
      throw e;
    }
  }

  private static void removeLeft(Path folder, CacheFolder cache) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*")) {
      for (Path own : left) {
        EmbeddedMariaDb server = new EmbeddedMariaDb(own, cache, 0, message -> {});
        if (server.stop() != StopResult.IN_USE) {
          Folders.delete(own);
        }
      }
    }
  }

  /** Address and account of the second server. */
  public ServerEndpoint endpoint() {
    return lease.endpoint();
  }

  @Override
  public void close() {
    lease.close();
    try {
      Folders.delete(home.folder());
    } catch (IOException e) {
      throw new EmbeddedServerException(
          FileTrouble.explain("cannot remove " + home.folder(), e), e);
    }
  }
}
