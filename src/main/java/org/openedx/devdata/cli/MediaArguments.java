package org.openedx.devdata.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Option of commands that read or write files of authored content. Filled in by picocli. */
final class MediaArguments {

  private static final String VARIABLE = "DEVDATA_MEDIA_ROOT";

  @Option(
      names = "--media-root",
      paramLabel = "DIR",
      description =
          "The platform's media folder (OPENEDX_LEARNING.MEDIA), below which the files of authored"
              + " content lie. Also DEVDATA_MEDIA_ROOT.")
  private Path root;

  /** The folder; empty when none is named. */
  Optional<Path> root(Session session) {
    String variable = session.surroundings().variable(VARIABLE);
    Path named = root != null || variable == null || variable.isEmpty() ? root : Path.of(variable);
    return Optional.ofNullable(named).map(session.surroundings().folder()::resolve);
  }
}
