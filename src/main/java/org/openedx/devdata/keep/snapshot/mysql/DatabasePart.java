package org.openedx.devdata.keep.snapshot.mysql;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.MySqlUrl;
import org.openedx.devdata.jdbc.SqlFailures;
import org.openedx.devdata.jdbc.catalog.Catalog;
import org.openedx.devdata.jdbc.catalog.CatalogReader;
import org.openedx.devdata.jdbc.catalog.CatalogTable;
import org.openedx.devdata.jdbc.stream.SharedView;
import org.openedx.devdata.keep.snapshot.ManifestJson;
import org.openedx.devdata.keep.snapshot.SavedCopy;
import org.openedx.devdata.keep.snapshot.SavedItem;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.SnapshotListener;
import org.openedx.devdata.keep.snapshot.SnapshotPart;
import org.openedx.devdata.spec.Amount;

/** A MySQL or MariaDB database as a part of snapshots. Immutable. */
public final class DatabasePart implements SnapshotPart {

  /** Kind of such parts in manifests. */
  public static final String KIND = "mysql";

  /** Time for another devdata to end its writing. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String name;
  private final List<String> services;
  private final ConnectionSettings settings;

  /**
   * @param name its name in snapshots
   * @param services idas of the services that share it
   */
  public DatabasePart(String name, List<String> services, ConnectionSettings settings) {
    this.name = name;
    this.services = List.copyOf(services);
    this.settings = settings;
  }

  /** Idas of the services that share it. */
  public List<String> services() {
    return services;
  }

  /** Connection settings of the database. */
  public ConnectionSettings settings() {
    return settings;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String label() {
    return settings.label();
  }

  @Override
  public Optional<Place> place() {
    return Optional.of(new Place(MySqlUrl.database(settings.url()), settings));
  }

  /**
   * Saves it by itself.
   *
   * @param folder where its files go; empty
   * @param items which of its tables to save
   */
  public SavedPart save(Path folder, Predicate<String> items, SnapshotListener listener)
      throws IOException {
    try (DatabaseViews views = DatabaseViews.open(List.of(this))) {
      return views.save(this, folder, items, listener);
    }
  }

  /**
   * Saves what a view sees.
   *
   * @param others names of the parts that are saved at the same moment
   */
  SavedPart save(
      SharedView view,
      List<String> others,
      Path folder,
      Predicate<String> wanted,
      SnapshotListener listener)
      throws IOException {
    try {
      Connection first = view.connections().get(0);
      Predicate<String> items = wanted.and(table -> !BesideNames.isLeft(table));
      Catalog catalog = CatalogReader.read(first, settings.label());
      SavedDatabase saved =
          new DatabaseSave(settings.label(), view, folder, rows -> listener.rows(name, rows))
              .save(catalog, items);
      return new SavedPart(
          KIND,
          name,
          services,
          settings.label(),
          first.getMetaData().getDatabaseProductVersion(),
          consistency(catalog, view, others),
          saved.tables().stream()
              .map(
                  table ->
                      new SavedItem(
                          table.table().name(), table.rows(), table.checksum(), table.bytes()))
              .toList(),
          leftOut(catalog, items),
          ManifestJson.tree(saved));
    } catch (SQLException e) {
      throw SqlFailures.explain(settings.label() + ": it could not be saved", e);
    }
  }

  private static String consistency(Catalog catalog, SharedView view, List<String> others) {
    List<String> loose =
        catalog.tables().values().stream()
            .filter(table -> !table.transactional())
            .map(table -> table.name() + " (" + table.engine() + ")")
            .toList();
    int connections = view.connections().size();
    String one =
        (view.isShared()
                ? "one moment, read by " + Amount.of(connections, "connection")
                : "one moment, read by one connection: several could not be given the same view")
            + (others.isEmpty()
                ? ""
                : (view.isShared() ? "; that of " : "; not that of ") + String.join(", ", others));
    return loose.isEmpty()
        ? one
        : one + "; not of it, since they know no transactions: " + String.join(", ", loose);
  }

  private static Map<String, List<String>> leftOut(Catalog catalog, Predicate<String> items) {
    Map<String, List<String>> leftOut = new TreeMap<>(catalog.others());
    List<String> tables = new ArrayList<>(catalog.tables().keySet());
    tables.removeIf(items);
    if (!tables.isEmpty()) {
      leftOut.put("tables", tables);
    }
    return leftOut;
  }

  @Override
  public boolean isHalfRestored() {
    try (Connection connection = MySqlDatabase.connect(settings)) {
      return RestoreTrace.isLeft(connection) && RestoreLock.isFree(connection, settings);
    } catch (SQLException e) {
      throw SqlFailures.explain(settings.label() + ": it could not be read", e);
    }
  }

  @Override
  public RestorePlan plan(SavedPart saved, Predicate<String> wanted) {
    Predicate<String> items = wanted.and(table -> !BesideNames.isLeft(table));
    SavedDatabase database = ManifestJson.details(saved, SavedDatabase.class);
    try (Connection connection = MySqlDatabase.connect(settings)) {
      Catalog catalog = CatalogReader.read(connection, settings.label());
      List<String> migrations = CatalogReader.migrations(connection, catalog);
      return new RestorePlan(
          settings.label(),
          SchemaDifferences.of(
              database.schema(), new SchemaDifferences.Schema(catalog.tables(), migrations), items),
          catalog.tables().values().stream()
              .filter(table -> items.test(table.name()))
              .mapToLong(CatalogTable::rows)
              .sum());
    } catch (SQLException e) {
      throw SqlFailures.explain(settings.label() + ": it could not be read", e);
    }
  }

  @Override
  public RestoreOutcome restore(
      SavedCopy saved, Predicate<String> items, boolean fitting, SnapshotListener listener)
      throws IOException {
    SavedDatabase database = ManifestJson.details(saved.part(), SavedDatabase.class);
    try (MySqlDatabase locked = MySqlDatabase.open(settings)) {
      locked.handle().execute("SET SESSION wait_timeout = 86400");
      locked.lock(PATIENCE);
      RestoreLock.take(locked.connection(), settings);
      listener.partly();
      RestoreTrace.leave(locked.connection());
      RestoreOutcome outcome =
          new DatabaseRestore(settings, saved.part().name(), saved.files(), fitting, listener)
              .restore(database, items);
      RestoreTrace.remove(locked.connection());
      return outcome;
    } catch (SQLException e) {
      throw SqlFailures.explain(settings.label() + ": it could not be restored", e);
    }
  }
}
