package org.openedx.devdata.keep.snapshot.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.openedx.devdata.embedded.Folders;
import org.openedx.devdata.embedded.mariadb.EmbeddedFiles;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.keep.snapshot.SavedCopy;
import org.openedx.devdata.keep.snapshot.SavedItem;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.SnapshotFiles;
import org.openedx.devdata.keep.snapshot.SnapshotListener;
import org.openedx.devdata.keep.snapshot.SnapshotPart;
import org.openedx.devdata.keep.snapshot.mysql.DatabasePart;

/**
 * A database whose snapshot is a copy of its server's files. Where it cannot be restored by
 * exchanging the files, its rows are: on another server, or where only some of it is meant.
 */
public final class CopiedDatabase implements SnapshotPart {

  /** Kind of such parts in manifests. */
  public static final String KIND = "mariadb-files";

  private final DatabasePart database;
  private final FileExchange exchange;

  /**
   * @param exchange of the files of the server; one for all of its databases
   */
  public CopiedDatabase(DatabasePart database, FileExchange exchange) {
    this.database = database;
    this.exchange = exchange;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String name() {
    return database.name();
  }

  @Override
  public String label() {
    return database.label();
  }

  @Override
  public Optional<Place> place() {
    return database.place();
  }

  /** Connection settings of the database. */
  public ConnectionSettings settings() {
    return database.settings();
  }

  DatabasePart database() {
    return database;
  }

  /** Files of the embedded server. */
  public EmbeddedFiles engine() {
    return exchange.engine();
  }

  @Override
  public RestorePlan plan(SavedPart saved, Predicate<String> items) {
    return database.plan(CopiedServer.of(saved).described(saved), items);
  }

  @Override
  public RestoreOutcome restore(
      SavedCopy saved, Predicate<String> items, boolean fitting, SnapshotListener listener)
      throws IOException {
    if (!fitting && exchange.restore(saved, settings(), listener)) {
      List<String> tables = saved.part().items().stream().map(SavedItem::name).sorted().toList();
      listener.rows(name(), saved.part().rows());
      return new RestoreOutcome(0, tables, saved.part().rows());
    }
    return restoreRows(saved, items, fitting, listener);
  }

  private RestoreOutcome restoreRows(
      SavedCopy saved, Predicate<String> items, boolean fitting, SnapshotListener listener)
      throws IOException {
    Path folder = Files.createTempDirectory("devdata-rows");
    try (OpenedCopy opened = OpenedCopy.open(saved, engine())) {
      DatabasePart source = new DatabasePart(name(), saved.part().services(), opened.settings());
      SavedPart rows =
          source.save(Files.createDirectory(folder.resolve(name())), items, SnapshotListener.NONE);
      return database.restore(
          new SavedCopy(rows, SnapshotFiles.folder(folder)), items, fitting, listener);
    } finally {
      Folders.delete(folder);
    }
  }
}
