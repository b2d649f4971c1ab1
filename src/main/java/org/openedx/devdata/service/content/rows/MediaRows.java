package org.openedx.devdata.service.content.rows;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.service.content.history.PackageHistory;
import org.openedx.devdata.service.content.media.Media;
import org.openedx.devdata.service.content.media.MediaType;
import org.openedx.devdata.service.content.publishing.Origin;

/** Media and media types as rows. Not thread-safe. */
final class MediaRows {

  private final ContentRows rows;
  private final Map<MediaType, Row> types = new HashMap<>();
  private final IdentityHashMap<Media, Row> media = new IdentityHashMap<>();

  MediaRows(ContentRows rows) {
    this.rows = rows;
  }

  /** Adds the types alone, which are few and looked up. */
  void addTypes(PackageHistory history) {
    Origin origin = history.created().origin();
    for (Media one : history.media().all()) {
      types.computeIfAbsent(
          one.type(),
          type ->
              rows.imply(
                  rows.tables.mediaTypes, origin, type.type(), type.subType(), type.suffix()));
    }
  }

  /** Adds media of types that were added before. */
  void add(PackageHistory history, Row learningPackage) {
    Origin origin = history.created().origin();
    for (Media one : history.media().all()) {
      Row row =
          rows.derive(rows.tables.media, origin)
              .set("learning_package_id", learningPackage)
              .set("media_type_id", types.get(one.type()))
              .set("hash_digest", one.digest())
              .fill("size", one.size())
              .fill("has_file", one.text().isEmpty())
              .fill("text", one.text().orElse(null));
      media.put(one, ContentRows.time(row, "created", one.created()));
    }
  }

  Row of(Media one) {
    return media.get(one);
  }
}
