package org.openedx.devdata.service.content.rows;

import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.service.content.collections.Collection;
import org.openedx.devdata.service.content.publishing.Entity;
import org.openedx.devdata.service.content.publishing.Origin;

/** Collections and their members as rows. Stateless beyond its batch. */
final class CollectionRows {

  private final ContentRows rows;
  private final PublishingRows publishing;

  CollectionRows(ContentRows rows, PublishingRows publishing) {
    this.rows = rows;
    this.publishing = publishing;
  }

  void add(Collection collection) {
    Origin origin = collection.created().origin();
    Row row =
        rows.declare(rows.tables.collections, origin)
            .set("learning_package_id", publishing.learningPackage())
            .set("collection_code", collection.key())
            .set("title", collection.title())
            .set("description", collection.description())
            .set("enabled", collection.enabled());
    ContentRows.time(row, "created", collection.created());
    ContentRows.time(row, "modified", collection.modified());
    rows.by(row, "created_by_id", collection.created());
    for (Entity member : collection.members()) {
      Row membership =
          rows.derive(rows.tables.members, origin)
              .set("collection_id", row)
              .set("entity_id", publishing.of(member));
      ContentRows.time(membership, "created", collection.created());
      rows.by(membership, "created_by_id", collection.created());
    }
  }
}
