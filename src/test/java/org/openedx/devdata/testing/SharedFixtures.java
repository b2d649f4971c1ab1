package org.openedx.devdata.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Data files of the real systems, which are not part of this repository: in the folder that {@code
 * DEVDATA_FIXTURES} names, or beside the checkout in {@code shared/fixtures}. Stateless.
 */
public final class SharedFixtures {

  private SharedFixtures() {}

  /**
   * A file or folder of the fixtures; skips the calling test where it is missing, as {@link
   * Requirement#present} describes.
   *
   * @param name path below the folder of fixtures
   */
  public static Path required(String name) {
    String named = System.getenv("DEVDATA_FIXTURES");
    Path root = named == null ? Path.of("..", "shared", "fixtures") : Path.of(named);
    Path fixture = root.resolve(name);
    Requirement.present(
        Files.exists(fixture),
        () -> "no fixture %s; DEVDATA_FIXTURES names the folder of fixtures".formatted(name));
    return fixture;
  }
}
