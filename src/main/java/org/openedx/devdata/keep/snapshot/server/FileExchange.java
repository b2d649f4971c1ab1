package org.openedx.devdata.keep.snapshot.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.openedx.devdata.embedded.mariadb.EmbeddedFiles;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SqlFailures;
import org.openedx.devdata.keep.snapshot.SavedCopy;
import org.openedx.devdata.keep.snapshot.SnapshotListener;

/**
 * The exchange of a server's files for those of a snapshot, once for all its databases. Not
 * thread-safe.
 */
public final class FileExchange {

  private final EmbeddedFiles engine;
  private final boolean whole;
  private boolean tried;
  private boolean done;

  /**
   * @param engine of the working folder
   * @param whole whether its server is the target, and all of it is meant
   */
  public FileExchange(EmbeddedFiles engine, boolean whole) {
    this.engine = engine;
    this.whole = whole;
  }

  EmbeddedFiles engine() {
    return engine;
  }

  /**
   * Exchanges the files where that is possible.
   *
   * @return whether it was: then all databases are as they were saved
   */
  boolean restore(SavedCopy saved, ConnectionSettings settings, SnapshotListener listener) {
    if (!tried && whole) {
      tried = true;
      CopiedServer copied = CopiedServer.of(saved.part());
      Optional<String> obstacle = obstacle(copied, saved.part().server(), settings);
      if (obstacle.isPresent()) {
        listener.warn("restores rows, and not the server's files: " + obstacle.get());
      } else {
        engine.replaceBy(OpenedCopy.folder(saved.files(), copied));
        done = true;
      }
    }
    return done;
  }

  private Optional<String> obstacle(
      CopiedServer copied, String version, ConnectionSettings settings) {
    if (!engine.account().equals(copied.account())) {
      return Optional.of("they are of the server of another folder");
    }
    if (!engine.databases().equals(copied.databases())) {
      return Optional.of(
          "the server has the databases %s, and had %s"
              .formatted(
                  String.join(", ", engine.databases()), String.join(", ", copied.databases())));
    }
    if (!version(settings).equals(version)) {
      return Optional.of("they are of another version of the server, " + version);
    }
    return engine.isShared() || OtherSessions.exist(settings)
        ? Optional.of("other programs use the server, which would be stopped")
        : Optional.empty();
  }

  static String version(ConnectionSettings settings) {
    try (Connection connection = MySqlDatabase.connect(settings)) {
      return connection.getMetaData().getDatabaseProductVersion();
    } catch (SQLException e) {
      throw SqlFailures.explain(settings.label() + ": its version could not be read", e);
    }
  }
}
