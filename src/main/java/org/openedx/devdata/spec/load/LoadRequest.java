package org.openedx.devdata.spec.load;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Request to load specs.
 *
 * @param top the top-level spec: a path, an http address, or {@code -} for standard input
 * @param root folder from which its relative paths go out, instead of its own folder
 * @param only services whose entries are read; empty for all
 * @param seed the run's seed, by which records that stand for many choose values
 */
public record LoadRequest(String top, Optional<Path> root, Set<String> only, long seed) {

  public LoadRequest {
    only = Set.copyOf(only);
  }

  public static LoadRequest of(String top) {
    return new LoadRequest(top, Optional.empty(), Set.of(), 0);
  }
}
