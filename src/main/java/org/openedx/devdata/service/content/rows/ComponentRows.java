package org.openedx.devdata.service.content.rows;

import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.service.content.components.Component;
import org.openedx.devdata.service.content.publishing.Origin;

/** Components, their versions and attachments as rows. Stateless beyond its batch. */
final class ComponentRows {

  private final ContentRows rows;
  private final PublishingRows publishing;
  private final MediaRows media;

  ComponentRows(ContentRows rows, PublishingRows publishing, MediaRows media) {
    this.rows = rows;
    this.publishing = publishing;
    this.media = media;
  }

  /** The row of its type, which is looked up before others are written. */
  Row type(Component component) {
    return rows.imply(
        rows.tables.componentTypes,
        component.entity().created().origin(),
        component.key().namespace(),
        component.key().type());
  }

  void add(Component component) {
    Origin origin = component.entity().created().origin();
    Row entity = publishing.of(component.entity());
    rows.derive(rows.tables.components, origin)
        .set("publishable_entity_id", entity)
        .set("learning_package_id", publishing.learningPackage())
        .set("component_type_id", type(component))
        .set("component_code", component.key().localKey());
    for (Component.ComponentVersion version : component.versions()) {
      Origin versionOrigin = version.version().created().origin();
      Row row = publishing.of(version.version());
      rows.derive(rows.tables.componentVersions, versionOrigin)
          .set("publishable_entity_version_id", row)
          .set("component_id", entity);
      version
          .attachments()
          .forEach(
              (path, one) ->
                  rows.derive(rows.tables.attachments, versionOrigin)
                      .set("component_version_id", row)
                      .set("path", path)
                      .set("media_id", media.of(one)));
    }
  }
}
