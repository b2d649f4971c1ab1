package org.openedx.devdata.embedded.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Finds the chDB library, and fetches it when this machine does not have it yet: through npm, once,
 * into the user's cache. Thread-safe, also between processes.
 */
final class ChdbLibrary {

  /** Names a library that is there already, for machines without npm. */
  static final String FILE_VARIABLE = "DEVDATA_CHDB_LIBRARY";

  /** Names the cache folder. */
  static final String CACHE_VARIABLE = "DEVDATA_CACHE";

  private final Map<String, String> environment;
  private final Path home;
  private final Npm npm;

  /**
   * @param environment variables, of which {@value #FILE_VARIABLE}, {@value #CACHE_VARIABLE} and
   *     {@code XDG_CACHE_HOME} count
   * @param home the user's home folder
   */
  ChdbLibrary(Map<String, String> environment, Path home, Npm npm) {
    this.environment = environment;
    this.home = home;
    this.npm = npm;
  }

  /** For this user on this machine. */
  static ChdbLibrary ofThisMachine() {
    return new ChdbLibrary(System.getenv(), Path.of(System.getProperty("user.home")), Npm.onPath());
  }

  /**
   * The library's file.
   *
   * @param progress told when a download begins, which takes its time
   * @throws ClickHouseUnavailableException when it is not to be had
   */
  Path locate(ChdbPackage wanted, Consumer<String> progress) {
    String given = environment.get(FILE_VARIABLE);
    if (given != null && !given.isEmpty()) {
      return existing(Path.of(given));
    }
    Path folder = cache().resolve("chdb").resolve(ChdbPackage.VERSION).resolve(wanted.platform());
    Path file = folder.resolve(ChdbPackage.LIBRARY);
    if (Files.exists(file)) {
      return file;
    }
    try {
      Files.createDirectories(folder);
      // Two processes must not download at once; the second finds what the first has brought.
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && !Files.exists(file)) {
          progress.accept(
              "fetching %s through npm into %s (about 180 MB, once)"
                  .formatted(wanted.specification(), folder));
          fetch(wanted, folder, file);
        }
      }
      return file;
    } catch (IOException e) {
      throw new ClickHouseUnavailableException(
          "cannot store the embedded ClickHouse in '%s': %s; name a writable folder in %s"
              .formatted(folder, e.getMessage(), CACHE_VARIABLE),
          e);
    }
  }

  /** The folder for what devdata fetches. */
  Path cache() {
    String given = environment.get(CACHE_VARIABLE);
    if (given != null && !given.isEmpty()) {
      return Path.of(given);
    }
    String xdg = environment.get("XDG_CACHE_HOME");
    Path base = xdg == null || xdg.isEmpty() ? home.resolve(".cache") : Path.of(xdg);
    return base.resolve("devdata");
  }

  private void fetch(ChdbPackage wanted, Path folder, Path file) throws IOException {
    Path work = Files.createTempDirectory(folder, "fetch-");
    try {
      Path archive = npm.pack(wanted.specification(), work);
      verify(wanted, archive);
      Path unpacked = work.resolve(ChdbPackage.LIBRARY);
      unpack(archive, unpacked);
      Files.move(unpacked, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      deleteFolder(work);
    }
  }

  private static void verify(ChdbPackage wanted, Path archive) throws IOException {
    if (wanted.integrity().isEmpty()) {
      return;
    }
    String found = "sha512-" + Base64.getEncoder().encodeToString(sha512(archive));
    if (!found.equals(wanted.integrity().get())) {
      throw new ClickHouseUnavailableException(
          "the package %s that npm brought is not the one that was tested: its checksum is %s, not %s; check which registry npm uses"
              .formatted(wanted.specification(), found, wanted.integrity().get()));
    }
  }

  private static byte[] sha512(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digest =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-512"))) {
      byte[] buffer = new byte[1 << 16];
      while (digest.read(buffer) >= 0) {
        // Reading is what feeds the digest.
      }
      return digest.getMessageDigest().digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-512", e);
    }
  }

  private static void unpack(Path archive, Path target) throws IOException {
    try (InputStream in = Files.newInputStream(archive);
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(in, 1 << 16))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.getName().equals("package/" + ChdbPackage.LIBRARY)) {
          Files.copy(tar, target);
          return;
        }
      }
    }
    throw new IOException("the package holds no " + ChdbPackage.LIBRARY);
  }

  private static Path existing(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ClickHouseUnavailableException(
          "%s names '%s', which is no file; correct it or unset it".formatted(FILE_VARIABLE, file));
    }
    return file;
  }

  private static void deleteFolder(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
