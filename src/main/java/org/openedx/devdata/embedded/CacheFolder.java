package org.openedx.devdata.embedded;

import java.nio.file.Path;
import java.util.Map;

/**
 * The folder where a user's unpacked engines are kept, shared by all projects of that user. Nothing
 * in it is worth keeping: what is missing is unpacked again.
 *
 * @param path need not exist yet
 */
public record CacheFolder(Path path) {

  /** Names the folder when it shall not be the default one. */
  public static final String VARIABLE = "DEVDATA_CACHE";

  public CacheFolder {
    path = path.toAbsolutePath().normalize();
  }

  /**
   * Chooses {@code $DEVDATA_CACHE}, {@code $XDG_CACHE_HOME/devdata} or {@code ~/.cache/devdata},
   * the first that is set.
   *
   * @param environment as of {@link System#getenv()}
   * @param userHome the system property {@code user.home}
   */
  public static CacheFolder choose(Map<String, String> environment, Path userHome) {
    String own = environment.getOrDefault(VARIABLE, "");
    if (!own.isBlank()) {
      return new CacheFolder(Path.of(own));
    }
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    // The XDG specification: a relative path is invalid and to be ignored.
    Path base =
        !xdg.isBlank() && Path.of(xdg).isAbsolute() ? Path.of(xdg) : userHome.resolve(".cache");
    return new CacheFolder(base.resolve("devdata"));
  }
}
