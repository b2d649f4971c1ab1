package org.openedx.devdata.embedded.clickhouse.library;

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
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.openedx.devdata.embedded.CacheFolder;
import org.openedx.devdata.embedded.Folders;

/**
 * Finds the chDB library, and fetches it when this machine does not have it yet: through npm, once,
 * into the user's cache. Thread-safe, also between processes.
 */
public final class ChdbLibrary {

  private static final String FETCH = "fetch-";

  /** Names a library that is there already, for machines without npm. */
  static final String FILE_VARIABLE = "DEVDATA_CHDB_LIBRARY";

  private final CacheFolder cache;
  private final Optional<Path> given;
  private final Npm npm;

  /**
   * @param given a library that is there already
   */
  ChdbLibrary(CacheFolder cache, Optional<Path> given, Npm npm) {
    this.cache = cache;
    this.given = given;
    this.npm = npm;
  }

  /** For a user. */
  public static ChdbLibrary of(Map<String, String> environment, Path home) {
    String given = environment.getOrDefault(FILE_VARIABLE, "");
    return new ChdbLibrary(
        CacheFolder.choose(environment, home),
        given.isEmpty() ? Optional.empty() : Optional.of(Path.of(given)),
        Npm.onPath());
  }

  /** For the user of this process. */
  public static ChdbLibrary ofThisMachine() {
    return of(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /**
   * The library's file.
   *
   * @param progress receives a line when a download begins, which takes its time
   * @throws ClickHouseUnavailableException when it is not to be had
   */
  public Path locate(ChdbPackage wanted, Consumer<String> progress) {
    if (given.isPresent()) {
      return existing(given.get());
    }
    Path folder =
        cache.path().resolve("chdb").resolve(ChdbPackage.VERSION).resolve(wanted.platform());
    Path file = folder.resolve(ChdbPackage.LIBRARY);
    if (Files.exists(file)) {
      return file;
    }
    try {
      Folders.createOwn(folder);
      // Two processes must not download at once; the second finds what the first has fetched.
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && !Files.exists(file)) {
          deleteLeftovers(folder);
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
              .formatted(folder, e.getMessage(), CacheFolder.VARIABLE),
          e);
    }
  }

  private void fetch(ChdbPackage wanted, Path folder, Path file) throws IOException {
    Path work = Files.createTempDirectory(folder, FETCH);
    try {
      Path archive = npm.pack(wanted.specification(), work);
      verify(wanted, archive);
      Path unpacked = work.resolve(ChdbPackage.LIBRARY);
      unpack(archive, unpacked);
      Folders.writableByOwnerOnly(unpacked);
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
          "the package %s that npm fetched is not the one that was tested: its checksum is %s, not %s; check which registry npm uses"
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

  /** Deletes what killed fetches have left; no other process fetches now. */
  private static void deleteLeftovers(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder, FETCH + "*")) {
      for (Path left : files) {
        deleteFolder(left);
      }
    }
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
