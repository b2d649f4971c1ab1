package org.openedx.devdata.service.content.verify;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.openedx.devdata.service.content.media.Digests;

/**
 * One dependency as a digest takes it in.
 *
 * @param version id of the version that it is at
 * @param digest of its own dependencies
 */
record DependencyLine(String version, String digest) {

  /** The digest of live dependencies; empty without any. */
  static String digest(List<DependencyLine> live) {
    return live.isEmpty()
        ? ""
        : Digests.ofDependencies(
            live.stream()
                .sorted(Comparator.comparingLong(line -> Long.parseLong(line.version())))
                .map(line -> line.version() + ":" + line.digest())
                .collect(Collectors.joining("\n")));
  }
}
