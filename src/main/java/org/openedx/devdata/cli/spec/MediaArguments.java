package org.openedx.devdata.cli.spec;

import java.nio.file.Path;
import java.util.Optional;
import org.openedx.devdata.cli.connect.EmbeddedEngine;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.targets.Target;
import picocli.CommandLine.Option;

/** Option of commands that read or write files of authored content. Filled in by picocli. */
public final class MediaArguments {

  private static final String VARIABLE = "DEVDATA_MEDIA_ROOT";

  @Option(
      names = "--media-root",
      paramLabel = "DIR",
      description =
          "The platform's media folder (OPENEDX_LEARNING.MEDIA), below which the files of authored"
              + " content lie. Also DEVDATA_MEDIA_ROOT. With the embedded database:"
              + " .devdata/media beside it.")
  private Path root;

  /** The folder beside a database: the one that is named, else that of the embedded engine. */
  public Optional<Path> root(Session session, ConnectionSettings connection) {
    return root(session).or(() -> beside(session, connection));
  }

  /** The folder that belongs to the embedded engine; empty for other databases. */
  public static Optional<Path> beside(Session session, ConnectionSettings connection) {
    return connection.target().equals(Target.EMBEDDED)
        ? Optional.of(
            session.surroundings().folder().resolve(EmbeddedEngine.FOLDER).resolve("media"))
        : Optional.empty();
  }

  /** The folder; empty when none is named. */
  public Optional<Path> root(Session session) {
    String variable = session.surroundings().variable(VARIABLE);
    Path named = root != null || variable == null || variable.isEmpty() ? root : Path.of(variable);
    return Optional.ofNullable(named).map(session.surroundings().folder()::resolve);
  }
}
