package org.openedx.devdata.keep.snapshot.clickhouse;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseSettings;
import org.openedx.devdata.keep.snapshot.ManifestJson;
import org.openedx.devdata.keep.snapshot.SavedCopy;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.SnapshotListener;
import org.openedx.devdata.keep.snapshot.SnapshotPart;

/**
 * Databases of a ClickHouse server as a part of snapshots.
 *
 * @param name its name in snapshots
 * @param services idas of the services whose data it is
 * @param settings the connection that a user confirms
 * @param server how the server is reached
 * @param databases names of the databases
 * @param reload makes a server read again what it keeps of tables, such as dictionaries
 */
public record ClickHousePart(
    String name,
    List<String> services,
    ConnectionSettings settings,
    ClickHouseSettings server,
    Collection<String> databases,
    Consumer<ClickHouse> reload)
    implements SnapshotPart {

  /** Kind of such parts in manifests. */
  public static final String KIND = "clickhouse";

  /** Time for another devdata to end its restore. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  public ClickHousePart {
    services = List.copyOf(services);
    databases = new TreeSet<>(databases);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String label() {
    return server.label();
  }

  @Override
  public Optional<Place> place() {
    return Optional.of(new Place(name, settings));
  }

  @Override
  public boolean isHalfRestored() {
    try (ClickHouse clickHouse = ClickHouse.of(server)) {
      return SiteLock.isLeft(clickHouse, databases);
    }
  }

  @Override
  public RestorePlan plan(SavedPart saved, Predicate<String> items) {
    SavedSite site = ManifestJson.details(saved, SavedSite.class);
    try (ClickHouse clickHouse = ClickHouse.of(server)) {
      SiteCatalog catalog = SiteCatalog.read(clickHouse, databases);
      long rows =
          catalog.tables().values().stream()
              .filter(table -> items.test(table.shape().name()))
              .mapToLong(LiveTable::rows)
              .sum();
      return new RestorePlan(
          label(),
          ShapeDifferences.of(
              site.shapes(),
              catalog.tables().values().stream().map(LiveTable::shape).toList(),
              items),
          rows);
    }
  }

  @Override
  public RestoreOutcome restore(
      SavedCopy saved, Predicate<String> items, boolean fitting, SnapshotListener listener)
      throws IOException {
    SavedSite site = ManifestJson.details(saved.part(), SavedSite.class);
    int unchanged = 0;
    long rows = 0;
    List<String> restored = new ArrayList<>();
    try (ClickHouse clickHouse = ClickHouse.of(server);
        SiteLock lock = SiteLock.take(clickHouse, databases, PATIENCE)) {
      listener.partly();
      databases.forEach(database -> TableRestore.drop(clickHouse, database));
      SiteCatalog catalog = SiteCatalog.read(clickHouse, databases);
      for (SavedTable table : site.tables()) {
        LiveTable live = catalog.tables().get(table.shape().name());
        if (live == null || !items.test(table.shape().name())) {
          continue;
        }
        if (new TableRestore(clickHouse, table, saved, live, fitting).restore(lock)) {
          restored.add(table.shape().name());
          rows += table.rows();
        } else {
          unchanged++;
        }
        listener.rows(name, table.rows());
      }
      reload.accept(clickHouse);
    }
    return new RestoreOutcome(unchanged, restored, rows);
  }
}
