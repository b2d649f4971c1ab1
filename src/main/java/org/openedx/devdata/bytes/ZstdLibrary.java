package org.openedx.devdata.bytes;

import com.github.luben.zstd.util.Native;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The native code of zstd, which its jar unpacks before it can be loaded: into the temporary
 * folder, or into the user's cache where that is full or nothing in it may run. Thread-safe.
 */
public final class ZstdLibrary {

  private ZstdLibrary() {}

  /**
   * Makes sure that it is there; called before the first use of zstd.
   *
   * @throws NativeCodeException when neither folder will do
   */
  public static synchronized void load() {
    if (Native.isLoaded()) {
      return;
    }
    try {
      Native.load();
    } catch (LinkageError unusable) {
      loadFrom(cache(System.getenv()), unusable);
    }
  }

  private static void loadFrom(Path folder, LinkageError before) {
    try {
      Files.createDirectories(folder);
      Native.load(folder.toFile());
    } catch (LinkageError | IOException unusable) {
      throw new NativeCodeException(
          "zstd cannot be unpacked and loaded: neither in the temporary folder %s, which is full or lets no program run, nor in %s; name a folder with some megabytes free in TMPDIR"
              .formatted(System.getProperty("java.io.tmpdir"), folder),
          before);
    }
  }

  private static Path cache(Map<String, String> environment) {
    String own = environment.getOrDefault("DEVDATA_CACHE", "");
    Path base =
        own.isBlank()
            ? Path.of(System.getProperty("user.home", "."), ".cache", "devdata")
            : Path.of(own);
    return base.toAbsolutePath().resolve("native");
  }
}
