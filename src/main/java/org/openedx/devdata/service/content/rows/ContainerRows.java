package org.openedx.devdata.service.content.rows;

import java.util.IdentityHashMap;
import java.util.Optional;
import org.openedx.devdata.plan.kind.Lookups;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.service.content.containers.Child;
import org.openedx.devdata.service.content.containers.Container;
import org.openedx.devdata.service.content.containers.EntityList;
import org.openedx.devdata.service.content.publishing.Origin;

/** Containers, their versions and lists as rows. Not thread-safe. */
final class ContainerRows {

  private final ContentRows rows;
  private final PublishingRows publishing;
  private final EntityListFinder finder;
  private final IdentityHashMap<EntityList, Row> lists = new IdentityHashMap<>();

  ContainerRows(ContentRows rows, PublishingRows publishing, Lookups lookups) {
    this.rows = rows;
    this.publishing = publishing;
    this.finder = new EntityListFinder(rows.tables, lookups);
  }

  /** The row of its type; a migration makes the types: a missing one is made, none taken away. */
  Optional<Row> type(Container container) {
    return rows.removing
        ? Optional.empty()
        : Optional.of(
            rows.imply(
                rows.tables.containerTypes,
                container.entity().created().origin(),
                container.type().code()));
  }

  void add(Container container) {
    Origin origin = container.entity().created().origin();
    Row entity = publishing.of(container.entity());
    String type = container.type().code();
    Row row =
        rows.derive(rows.tables.containers, origin)
            .set("publishable_entity_id", entity)
            .fill("learning_package_id", publishing.learningPackage())
            .fill("container_code", container.entity().key());
    type(container).ifPresent(typeRow -> row.fill("container_type_id", typeRow));
    rows.derive(rows.tables.content(type), origin).set("container_id", entity);
    for (Container.ContainerVersion version : container.versions()) {
      Origin versionOrigin = version.version().created().origin();
      Row versionRow = publishing.of(version.version());
      Row list = lists.get(version.list());
      if (list == null) {
        list = list(version, versionRow, versionOrigin);
        lists.put(version.list(), list);
      }
      rows.derive(rows.tables.containerVersions, versionOrigin)
          .set("publishable_entity_version_id", versionRow)
          .set("container_id", entity)
          .set("entity_list_id", list);
      rows.derive(rows.tables.content(type + "version"), versionOrigin)
          .set("container_version_id", versionRow);
    }
  }

  private Row list(Container.ContainerVersion version, Row versionRow, Origin origin) {
    Row list = rows.derive(rows.tables.lists, origin);
    list.labelled("children of " + version.version());
    finder.seek(list, versionRow);
    long order = 0;
    for (Child child : version.list().children()) {
      rows.derive(rows.tables.listRows, origin)
          .set("entity_list_id", list)
          .set("order_num", order++)
          .set("entity_id", publishing.of(child.entity()))
          .set("entity_version_id", child.pinned().map(publishing::of).orElse(null));
    }
    return list;
  }
}
