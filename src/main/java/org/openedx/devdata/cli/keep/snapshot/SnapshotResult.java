package org.openedx.devdata.cli.keep.snapshot;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.cli.report.json.Meaning;
import org.openedx.devdata.cli.report.json.OneLine;
import org.openedx.devdata.keep.snapshot.SavedItem;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.Snapshot;

/** A snapshot. */
record SnapshotResult(
    @Meaning("its name") String name,
    @Meaning("where it lies: a folder or an archive") Path path,
    @Meaning("when it was saved") String created,
    @Meaning("what saved it, with its version") String tool,
    @Meaning("the target that it was saved from") String target,
    @Meaning("number of rows") long rows,
    @Meaning("packed size in bytes") long bytes,
    @Meaning("its parts, one for each store") List<Part> parts) {

  /** A store in a snapshot. */
  record Part(
      @Meaning("its name, that of its first service") String name,
      @Meaning("type of store, such as `mysql`") String kind,
      @Meaning("idas of the services whose data it is") List<String> services,
      @Meaning("address that it was saved from, without password") String source,
      @Meaning("version of its server") String server,
      @Meaning("how far its rows are of one moment") String consistency,
      @Meaning("number of rows") long rows,
      @Meaning("packed size in bytes") long bytes,
      @Meaning("names of what it has and the snapshot has not, by kind")
          Map<String, List<String>> leftOut,
      @Meaning("its tables, or files") List<Item> tables) {}

  /** A table, or a file, in a snapshot. */
  @OneLine
  record Item(
      @Meaning("its name") String name,
      @Meaning("number of rows") long rows,
      @Meaning("packed size in bytes") long bytes,
      @Meaning("checksum of its rows, whatever their order") String checksum) {}

  static SnapshotResult of(Snapshot snapshot) {
    return new SnapshotResult(
        snapshot.manifest().name(),
        snapshot.path(),
        snapshot.manifest().created(),
        snapshot.manifest().tool(),
        snapshot.manifest().target(),
        snapshot.manifest().rows(),
        snapshot.manifest().bytes(),
        snapshot.manifest().parts().stream().map(SnapshotResult::part).toList());
  }

  private static Part part(SavedPart part) {
    return new Part(
        part.name(),
        part.kind(),
        part.services(),
        part.source(),
        part.server(),
        part.consistency(),
        part.rows(),
        part.bytes(),
        part.leftOut(),
        part.items().stream().map(SnapshotResult::item).toList());
  }

  private static Item item(SavedItem item) {
    return new Item(item.name(), item.rows(), item.bytes(), item.checksum());
  }
}
