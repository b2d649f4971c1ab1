package org.openedx.devdata.embedded.clickhouse.library;

import java.util.Locale;
import java.util.Optional;

/**
 * The npm package that carries the chDB library for one kind of machine.
 *
 * @param platform the end of its name, such as {@code linux-x64-gnu}
 * @param integrity the SHA-512 of its archive in npm's form; absent where only npm's own check of
 *     the registry's record stands guard
 */
public record ChdbPackage(String platform, Optional<String> integrity) {

  /** The release that all of this is tested with: ClickHouse 26.7. */
  static final String VERSION = "26.7.3-stable.1";

  /** The name of the library in the package; the same on macOS. */
  static final String LIBRARY = "libchdb.so";

  private static final String LINUX_X64 =
      "sha512-XP97mMqnc5tZpKQywR8N7cLTsHNiTmHr30pC5mzo3jWmukjKn2IBa60c2B/gWUNcuFjOMjWoorQICCqBVj5wpw==";

  /**
   * The package for a machine.
   *
   * @param osName the system property {@code os.name}
   * @param osArch the system property {@code os.arch}
   * @throws ClickHouseUnavailableException when there is none
   */
  public static ChdbPackage of(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    boolean arm = osArch.equals("aarch64") || osArch.equals("arm64");
    boolean intel = osArch.equals("amd64") || osArch.equals("x86_64");
    if (os.startsWith("linux") && intel) {
      return new ChdbPackage("linux-x64-gnu", Optional.of(LINUX_X64));
    }
    if (os.startsWith("linux") && arm) {
      return new ChdbPackage("linux-arm64-gnu", Optional.empty());
    }
    if (os.startsWith("mac") && (arm || intel)) {
      return new ChdbPackage(arm ? "darwin-arm64" : "darwin-x64", Optional.empty());
    }
    throw new ClickHouseUnavailableException(
        "the embedded ClickHouse does not exist for '%s %s'; use a ClickHouse server or Docker instead"
            .formatted(osName, osArch));
  }

  /** Specification that npm is given. */
  String specification() {
    return "@chdb/lib-%s@%s".formatted(platform, VERSION);
  }
}
