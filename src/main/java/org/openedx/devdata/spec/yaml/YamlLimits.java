package org.openedx.devdata.spec.yaml;

/**
 * Limits beyond which a file counts as hostile or mistaken.
 *
 * @param maxBytes size of a file
 * @param maxScalar characters of a single value
 * @param maxDepth lists and mappings inside each other
 * @param maxAliased values that aliases and merges may add by repetition, in a whole file
 */
public record YamlLimits(int maxBytes, int maxScalar, int maxDepth, long maxAliased) {

  /** 64 MiB, 4 Mi characters, 100 levels, 4 million values. */
  public static final YamlLimits DEFAULT = new YamlLimits(64 << 20, 4 << 20, 100, 4_000_000);

  public YamlLimits {
    if (maxBytes < 1 || maxScalar < 1 || maxDepth < 1 || maxAliased < 0) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
