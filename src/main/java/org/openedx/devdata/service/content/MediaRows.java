package org.openedx.devdata.service.content;

import java.util.IdentityHashMap;
import org.openedx.devdata.plan.Row;
import org.openedx.devdata.service.content.media.Media;
import org.openedx.devdata.service.content.media.MediaType;
import org.openedx.devdata.service.content.publishing.Origin;

/** Media and media types as rows. Not thread-safe. */
final class MediaRows {

  private final ContentRows rows;
  private final IdentityHashMap<Media, Row> media = new IdentityHashMap<>();

  MediaRows(ContentRows rows) {
    this.rows = rows;
  }

  void add(PackageHistory history, Row learningPackage) {
    Origin origin = history.created().origin();
    for (Media one : history.media().all()) {
      MediaType type = one.type();
      Row row =
          rows.derive(rows.tables.media, origin)
              .set("learning_package_id", learningPackage)
              .set(
                  "media_type_id",
                  rows.imply(
                      rows.tables.mediaTypes, origin, type.type(), type.subType(), type.suffix()))
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
