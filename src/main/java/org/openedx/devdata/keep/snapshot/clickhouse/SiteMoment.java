package org.openedx.devdata.keep.snapshot.clickhouse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.keep.snapshot.ManifestJson;
import org.openedx.devdata.keep.snapshot.Moment;
import org.openedx.devdata.keep.snapshot.SavedItem;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.SnapshotListener;

/** The moment of databases of ClickHouse servers: their parts, looked at once. Not thread-safe. */
public final class SiteMoment implements Moment<ClickHousePart> {

  private record View(ClickHouse server, SiteCatalog catalog, ActiveParts parts) {}

  private final Map<String, View> views = new TreeMap<>();

  private SiteMoment() {}

  /** Looks at the parts of all tables. */
  public static SiteMoment open(List<ClickHousePart> stores) {
    SiteMoment moment = new SiteMoment();
    try {
      for (ClickHousePart store : stores) {
        ClickHouse server = ClickHouse.of(store.server());
        SiteLock.requireNone(server, store.databases());
        SiteCatalog catalog = SiteCatalog.read(server, store.databases());
        moment.views.put(
            store.name(), new View(server, catalog, ActiveParts.of(server, store.databases())));
      }
      return moment;
    } catch (RuntimeException e) {
      moment.close();
      throw e;
    }
  }

  @Override
  public SavedPart save(
      ClickHousePart store, Path folder, Predicate<String> items, SnapshotListener listener)
      throws IOException {
    View view = views.get(store.name());
    List<SavedTable> saved = new ArrayList<>();
    List<String> later = new ArrayList<>();
    List<String> unwanted = new ArrayList<>();
    for (LiveTable table : view.catalog().tables().values()) {
      String name = table.shape().name();
      if (items.test(name)) {
        Path file = folder.resolve("%04d.native.zst".formatted(saved.size() + 1));
        TableSave.Saved one =
            new TableSave(view.server(), table, rows -> listener.rows(store.name(), rows))
                .save(view.parts(), file);
        saved.add(one.table());
        if (one.isLater()) {
          later.add(name);
        }
      } else {
        unwanted.add(name);
      }
    }
    SiteLock.requireNone(view.server(), store.databases());
    Map<String, List<String>> leftOut = new TreeMap<>(view.catalog().others());
    if (!unwanted.isEmpty()) {
      leftOut.put("tables", unwanted);
    }
    return new SavedPart(
        ClickHousePart.KIND,
        store.name(),
        store.services(),
        store.label(),
        view.server().value("SELECT version()"),
        consistency(later),
        saved.stream().map(SiteMoment::item).toList(),
        leftOut,
        ManifestJson.tree(new SavedSite(List.copyOf(store.databases()), saved)));
  }

  private static SavedItem item(SavedTable table) {
    return new SavedItem(
        table.shape().name(),
        table.rows(),
        PartitionSum.checksum(table.partitions()),
        table.bytes());
  }

  private static String consistency(List<String> later) {
    return "the parts of all tables at one moment"
        + (later.isEmpty()
            ? ""
            : "; of later ones, since their parts were merged meanwhile: "
                + String.join(", ", later));
  }

  @Override
  public void close() {
    views.values().forEach(view -> view.server().close());
  }
}
