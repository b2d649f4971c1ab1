package org.openedx.devdata.keep.snapshot.server;

import java.nio.file.Path;
import org.openedx.devdata.embedded.ServerEndpoint;
import org.openedx.devdata.embedded.mariadb.EmbeddedFiles;
import org.openedx.devdata.embedded.mariadb.ServerCopy;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.keep.snapshot.SavedCopy;
import org.openedx.devdata.keep.snapshot.SnapshotException;
import org.openedx.devdata.keep.snapshot.SnapshotFiles;

/** A database of a snapshot of files, served by a second server. Not thread-safe. */
public final class OpenedCopy implements AutoCloseable {

  private final ServerCopy server;
  private final ConnectionSettings settings;

  private OpenedCopy(ServerCopy server, ConnectionSettings settings) {
    this.server = server;
    this.settings = settings;
  }

  /**
   * Starts the server.
   *
   * @param engine makes it
   */
  public static OpenedCopy open(SavedCopy saved, EmbeddedFiles engine) {
    CopiedServer copied = CopiedServer.of(saved.part());
    ServerCopy server = engine.open(folder(saved.files(), copied));
    ServerEndpoint endpoint = server.endpoint();
    return new OpenedCopy(
        server,
        new ConnectionSettings(
            "snapshot",
            saved.part().name(),
            endpoint.jdbcUrl(copied.database().database()),
            endpoint.user(),
            endpoint.password()));
  }

  static Path folder(SnapshotFiles files, CopiedServer copied) {
    return files
        .folder(copied.files())
        .orElseThrow(
            () ->
                new SnapshotException(
                    "the snapshot is damaged: it has no folder " + copied.files()));
  }

  /** Connection settings of the database. */
  public ConnectionSettings settings() {
    return settings;
  }

  @Override
  public void close() {
    server.close();
  }
}
